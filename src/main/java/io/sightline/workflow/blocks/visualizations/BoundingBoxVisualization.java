package io.sightline.workflow.blocks.visualizations;

import io.sightline.vision.BoundingBox;
import io.sightline.vision.Canvas;
import io.sightline.vision.Color;
import io.sightline.vision.Detection;
import io.sightline.workflow.block.Field;
import io.sightline.workflow.block.StepInput;

/** Draws the boxes of detections. */
record BoundingBoxVisualization(int thickness, double roundness) implements EachDetection.Shape {
  /** Version 1. */
  public static final class V1 extends DrawingType {
    public V1() {
      super(
          DrawingFields.drawing(
                  "Bounding Box Visualization",
                  "Draws a box around each detection.",
                  "roboflow_core/bounding_box_visualization@v1",
                  "BoundingBoxVisualization")
              .field(DrawingFields.predictions())
              .fields(DrawingFields.colors())
              .field(DrawingFields.wholeNumber("thickness", 2, "Thickness of the lines, pixels."))
              .field(
                  Field.fraction(
                      "roundness",
                      0,
                      "How round the corners are: 0 not at all, 1 as far as it goes.")),
          () -> new EachDetection(BoundingBoxVisualization::of));
    }
  }

  private static BoundingBoxVisualization of(StepInput input) {
    double roundness = DrawingFields.share(input, "roundness");
    int min = roundness == 0 ? -1 : 1;
    return new BoundingBoxVisualization(
        DrawingFields.thickness(input, "thickness", min), roundness);
  }

  @Override
  public void draw(Canvas canvas, Detection detection, Color color) {
    BoundingBox box = detection.box();
    int x1 = (int) box.x1();
    int y1 = (int) box.y1();
    int x2 = (int) box.x2();
    int y2 = (int) box.y2();
    if (roundness == 0) {
      canvas.rectangle(x1, y1, x2, y2, color, thickness);
    } else {
      boolean upright = Math.abs(x1 - x2) < Math.abs(y1 - y2);
      int half = Math.floorDiv(upright ? x2 - x1 : y2 - y1, 2);
      canvas.roundedRectangle(x1, y1, x2, y2, (int) (half * roundness), color, thickness);
    }
  }
}
