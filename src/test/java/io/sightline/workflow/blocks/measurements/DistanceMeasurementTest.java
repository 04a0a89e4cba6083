package io.sightline.workflow.blocks.measurements;

import static io.sightline.workflow.blocks.Step.object;
import static io.sightline.workflow.blocks.Step.on;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.sightline.workflow.block.BlockException;
import io.sightline.workflow.blocks.Step;
import java.util.List;
import org.junit.jupiter.api.Test;

class DistanceMeasurementTest {
  private static Step step(String axis, String method) {
    return new Step(
        new DistanceMeasurement.V1(),
        "object_1_class_name",
        "person",
        "object_2_class_name",
        "car",
        "reference_axis",
        axis,
        "calibration_method",
        method,
        "pixel_ratio",
        4.0);
  }

  @Test
  void gapsAreMeasuredBetweenTheBoxes() {
    assertEquals(
        List.of(7.5, 30L),
        step("horizontal", "pixel to centimeter")
            .run(
                "predictions",
                on(object("person", 100, 50, 20, 20), object("car", 50, 50, 20, 20))));
  }

  @Test
  void anObjectOfKnownSizeTellsTheScale() {
    // 10 and 20 pixels for 2.5 cm each: 6 pixels a centimetre
    assertEquals(
        List.of(5.0, 30L),
        step("vertical", "reference object")
            .run(
                "predictions",
                on(
                    object("person", 50, 50, 20, 20),
                    object("car", 50, 100, 20, 20),
                    object("reference-object", 200, 200, 10, 20))));
  }

  @Test
  void thereIsNoGapWhereBoxesLieBesideEachOtherOnlyTheOtherWay() {
    assertEquals(
        List.of(0, 0),
        step("vertical", "pixel to centimeter")
            .run(
                "predictions",
                on(object("person", 100, 50, 20, 20), object("car", 50, 50, 20, 20))));
  }

  @Test
  void missingObjectsAreNamed() {
    BlockException e =
        assertThrows(
            BlockException.class,
            () -> step("vertical", "pixel to centimeter").run("predictions", on()));
    assertEquals("Reference class 'person' or 'car' not found in predictions.", e.getMessage());
  }
}
