package io.sightline.workflow.blocks.measurements;

import static io.sightline.workflow.blocks.Step.object;
import static io.sightline.workflow.blocks.Step.on;
import static io.sightline.workflow.blocks.Step.outlined;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.sightline.workflow.block.BlockException;
import io.sightline.workflow.blocks.Step;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SizeMeasurementTest {
  private static final Step STEP = new Step(new SizeMeasurement.V1());

  @Test
  void sizesFollowTheSurestReference() {
    Object sizes =
        STEP.run(
                "object_predictions",
                on(object("box", 100, 100, 40, 80)),
                "reference_predictions",
                on(
                    object("card", 50, 50, 20, 10),
                    object("card", 50, 50, 99, 99).withClass(0, "card", 0.5f)),
                "reference_dimensions",
                "5.0, 3")
            .get(0);
    assertEquals(
        List.of(Map.of("width", 10.0, "height", 24.0, "longer", 24.0, "shorter", 10.0)), sizes);
  }

  @Test
  void masksAreMeasuredAlongTheirSides() {
    Object sizes =
        STEP.run(
                "object_predictions",
                on(
                    outlined(
                        "turned",
                        new int[] {100, 100},
                        new int[] {140, 110},
                        new int[] {135, 130},
                        new int[] {95, 120})),
                "reference_predictions",
                List.of(List.of(0, 0), List.of(20, 0), List.of(20, 20), List.of(0, 20)),
                "reference_dimensions",
                List.of(20, 20))
            .get(0);
    Map<?, ?> size = (Map<?, ?>) ((List<?>) sizes).get(0);
    assertEquals(Math.hypot(40, 10), (double) size.get("width"), 1.0);
    assertEquals(Math.hypot(5, 20), (double) size.get("height"), 1.0);
  }

  @Test
  void nothingIsKnownWithoutAReference() {
    assertNull(
        STEP.run(
                "object_predictions", on(object("box", 100, 100, 40, 80)),
                "reference_predictions", on(),
                "reference_dimensions", "1,1")
            .get(0));
    assertEquals(
        Arrays.asList((Object) null),
        STEP.run(
                "object_predictions", on(object("line", 100, 100, 40, 0)),
                "reference_predictions", on(object("card", 50, 50, 20, 10)),
                "reference_dimensions", "1,1")
            .get(0));
  }

  @Test
  void saysHowDimensionsAreWritten() {
    for (String wrong : new String[] {"1;2", "1,2,3", "a,b", "0x1p3,2", "1d,2"}) {
      assertThrows(
          BlockException.class,
          () ->
              STEP.run(
                  "object_predictions", on(),
                  "reference_predictions", on(),
                  "reference_dimensions", wrong),
          wrong);
    }
  }
}
