package io.sightline.workflow.blocks.measurements;

import static io.sightline.workflow.blocks.Step.object;
import static io.sightline.workflow.blocks.Step.on;
import static io.sightline.workflow.blocks.Step.outlined;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sightline.vision.Attribute;
import io.sightline.vision.Detection;
import io.sightline.vision.Detections;
import io.sightline.workflow.blocks.Step;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MaskAreaMeasurementTest {
  @Test
  @DisplayName("KMS-1: a measure is taken from the mask, else from the box")
  void countsPixelsOrTakesTheBox() {
    Detections measured =
        (Detections)
            new Step(new MaskAreaMeasurement.V1(), "pixels_per_unit", 10.0)
                .run(
                    "predictions",
                    on(
                        outlined(
                            "square",
                            new int[] {10, 10},
                            new int[] {19, 10},
                            new int[] {19, 19},
                            new int[] {10, 19}),
                        object("box", 50, 50, 20, 30)))
                .get(0);
    Detection square = measured.items().get(0);
    assertEquals(100.0, square.attributes().get(Attribute.AREA_PX));
    assertEquals(1.0, square.attributes().get(Attribute.AREA_CONVERTED));
    assertEquals(600.0, measured.items().get(1).attributes().get(Attribute.AREA_PX));
    assertEquals(6.0, measured.items().get(1).attributes().get(Attribute.AREA_CONVERTED));
  }
}
