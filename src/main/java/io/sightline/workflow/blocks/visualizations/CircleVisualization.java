package io.sightline.workflow.blocks.visualizations;

import io.sightline.vision.BoundingBox;
import io.sightline.vision.Canvas;
import io.sightline.vision.Color;
import io.sightline.vision.Detection;
import io.sightline.workflow.block.StepInput;

/** Draws circles through the corners of detections' boxes. */
record CircleVisualization(int thickness) implements EachDetection.Shape {
  /** Version 1. */
  public static final class V1 extends DrawingType {
    public V1() {
      super(
          DrawingFields.drawing(
                  "Circle Visualization",
                  "Draws a circle around each detection.",
                  "roboflow_core/circle_visualization@v1",
                  "CircleVisualization")
              .field(DrawingFields.predictions())
              .fields(DrawingFields.colors())
              .field(DrawingFields.wholeNumber("thickness", 2, "Thickness of the line, pixels.")),
          () -> new EachDetection(CircleVisualization::of));
    }
  }

  private static CircleVisualization of(StepInput input) {
    return new CircleVisualization(DrawingFields.thickness(input, "thickness", -1));
  }

  @Override
  public void draw(Canvas canvas, Detection detection, Color color) {
    BoundingBox box = detection.box();
    long x1 = (long) box.x1();
    long y1 = (long) box.y1();
    long x = Math.floorDiv(x1 + (int) box.x2(), 2);
    long y = Math.floorDiv(y1 + (int) box.y2(), 2);
    double radius = Math.sqrt((double) (x1 - x) * (x1 - x) + (double) (y1 - y) * (y1 - y));
    canvas.circle((int) x, (int) y, (int) radius, color, thickness);
  }
}
