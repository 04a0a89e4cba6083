package io.sightline.workflow.blocks.geometry;

import static io.sightline.workflow.blocks.Step.object;
import static io.sightline.workflow.blocks.Step.on;
import static io.sightline.workflow.blocks.Step.outlined;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.sightline.vision.Attribute;
import io.sightline.vision.BoundingBox;
import io.sightline.vision.Detection;
import io.sightline.vision.Detections;
import io.sightline.workflow.block.BlockException;
import io.sightline.workflow.blocks.Step;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class BoundingRectTest {
  private final Step step = new Step(new BoundingRect.V1());

  @Test
  @DisplayName("KG-1: corners are rounded where Roboflow's engine rounds them")
  void turnsWithTheMask() {
    Detections turned =
        (Detections)
            step.run(
                    "predictions",
                    on(
                        outlined(
                            "diamond",
                            new int[] {160, 60},
                            new int[] {220, 120},
                            new int[] {160, 180},
                            new int[] {100, 120})))
                .get(0);
    Detection diamond = turned.items().get(0);
    assertEquals(new BoundingBox(100, 60, 220, 180), diamond.box());
    // 60 times the root of 2 is 84.853, of which 11 binary digits are left
    assertArrayEquals(
        new double[] {-45, 84.875, 84.875, 160, 180, 100, 120, 160, 60, 220, 120},
        (double[]) diamond.attributes().get(Attribute.BOUNDING_RECT));
  }

  @Test
  void needsMasks() {
    Detections boxes = on(object("box", 50, 50, 20, 20));
    BlockException e = assertThrows(BlockException.class, () -> step.run("predictions", boxes));
    assertEquals(
        "Mask missing. This block operates on output from segmentation model.", e.getMessage());
  }
}
