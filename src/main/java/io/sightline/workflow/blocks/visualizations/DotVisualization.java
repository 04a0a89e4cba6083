package io.sightline.workflow.blocks.visualizations;

import io.sightline.vision.Canvas;
import io.sightline.vision.Color;
import io.sightline.vision.Detection;
import io.sightline.vision.Position;
import io.sightline.workflow.block.StepInput;

/**
 * Draws dots on detections.
 *
 * @param radius pixels
 * @param outline thickness of the black line around it, 0 for none, pixels
 */
record DotVisualization(Position position, int radius, int outline) implements EachDetection.Shape {
  /** Version 1. */
  public static final class V1 extends DrawingType {
    public V1() {
      super(
          DrawingFields.drawing(
                  "Dot Visualization",
                  "Draws a dot on each detection.",
                  "roboflow_core/dot_visualization@v1",
                  "DotVisualization")
              .field(DrawingFields.predictions())
              .fields(DrawingFields.colors())
              .field(DrawingFields.position("position", Position.CENTER, true))
              .field(DrawingFields.wholeNumber("radius", 4, "Radius of a dot, pixels."))
              .field(
                  DrawingFields.wholeNumber(
                      "outline_thickness", 0, "Thickness of the line around it, pixels.")),
          () -> new EachDetection(DotVisualization::of));
    }
  }

  private static DotVisualization of(StepInput input) {
    return new DotVisualization(
        DrawingFields.position(input, "position"),
        DrawingFields.within(input, "radius", 0, DrawingFields.MAX_RADIUS),
        DrawingFields.thickness(input, "outline_thickness", -1));
  }

  @Override
  public void draw(Canvas canvas, Detection detection, Color color) {
    int x = (int) position.x(detection);
    int y = (int) position.y(detection);
    canvas.circle(x, y, radius, color, Canvas.FILLED);
    if (outline != 0) {
      canvas.circle(x, y, radius, Color.BLACK, outline);
    }
  }
}
