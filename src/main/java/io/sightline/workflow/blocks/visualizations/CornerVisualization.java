package io.sightline.workflow.blocks.visualizations;

import io.sightline.vision.BoundingBox;
import io.sightline.vision.Canvas;
import io.sightline.vision.Color;
import io.sightline.vision.Detection;
import io.sightline.workflow.block.StepInput;

/** Draws the corners of detections' boxes. */
record CornerVisualization(int thickness, int length) implements EachDetection.Shape {
  /** Version 1. */
  public static final class V1 extends DrawingType {
    public V1() {
      super(
          DrawingFields.drawing(
                  "Corner Visualization",
                  "Draws the corners of each detection's box.",
                  "roboflow_core/corner_visualization@v1",
                  "CornerVisualization")
              .field(DrawingFields.predictions())
              .fields(DrawingFields.colors())
              .field(DrawingFields.wholeNumber("thickness", 4, "Thickness of the lines, pixels."))
              .field(
                  DrawingFields.wholeNumber(
                      "corner_length", 15, "Length of a corner's lines, pixels.")),
          () -> new EachDetection(CornerVisualization::of));
    }
  }

  private static CornerVisualization of(StepInput input) {
    return new CornerVisualization(
        DrawingFields.thickness(input, "thickness", 1),
        DrawingFields.within(
            input, "corner_length", -DrawingFields.MAX_RADIUS, DrawingFields.MAX_RADIUS));
  }

  @Override
  public void draw(Canvas canvas, Detection detection, Color color) {
    BoundingBox box = detection.box();
    int x1 = DrawingFields.near(box.x1());
    int y1 = DrawingFields.near(box.y1());
    int x2 = DrawingFields.near(box.x2());
    int y2 = DrawingFields.near(box.y2());
    corner(canvas, x1, y1, length, length, color);
    corner(canvas, x2, y1, x2 == x1 ? length : -length, length, color);
    corner(canvas, x1, y2, length, y2 == y1 ? length : -length, color);
    corner(canvas, x2, y2, x2 == x1 ? length : -length, y2 == y1 ? length : -length, color);
  }

  private void corner(Canvas canvas, int x, int y, int across, int down, Color color) {
    canvas.line(x, y, x + across, y, color, thickness);
    canvas.line(x, y, x, y + down, color, thickness);
  }
}
