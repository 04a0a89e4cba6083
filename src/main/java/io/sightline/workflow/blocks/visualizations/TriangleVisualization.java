package io.sightline.workflow.blocks.visualizations;

import io.sightline.vision.Canvas;
import io.sightline.vision.Color;
import io.sightline.vision.Detection;
import io.sightline.vision.Position;
import io.sightline.workflow.block.StepInput;
import java.util.List;

/**
 * Draws triangles whose tips point at detections.
 *
 * @param base width of its upper side, pixels
 * @param height pixels
 * @param outline thickness of the black line around it, 0 for none, pixels
 */
record TriangleVisualization(Position position, int base, int height, int outline)
    implements EachDetection.Shape {
  /** Version 1. */
  public static final class V1 extends DrawingType {
    public V1() {
      super(
          DrawingFields.drawing(
                  "Triangle Visualization",
                  "Draws a triangle that points at each detection.",
                  "roboflow_core/triangle_visualization@v1",
                  "TriangleVisualization")
              .field(DrawingFields.predictions())
              .fields(DrawingFields.colors())
              .field(DrawingFields.position("position", Position.TOP_CENTER, true))
              .field(DrawingFields.wholeNumber("base", 10, "Width of the triangle, pixels."))
              .field(DrawingFields.wholeNumber("height", 10, "Height of the triangle, pixels."))
              .field(
                  DrawingFields.wholeNumber(
                      "outline_thickness", 0, "Thickness of the line around it, pixels.")),
          () -> new EachDetection(TriangleVisualization::of));
    }
  }

  private static TriangleVisualization of(StepInput input) {
    return new TriangleVisualization(
        DrawingFields.position(input, "position"),
        size(input, "base"),
        size(input, "height"),
        DrawingFields.thickness(input, "outline_thickness", 0));
  }

  private static int size(StepInput input, String name) {
    return DrawingFields.within(input, name, -DrawingFields.MAX_RADIUS, DrawingFields.MAX_RADIUS);
  }

  @Override
  public void draw(Canvas canvas, Detection detection, Color color) {
    int x = DrawingFields.near(position.x(detection));
    int y = DrawingFields.near(position.y(detection));
    int half = Math.floorDiv(base, 2);
    int[][] corners = {{x - half, y - height}, {x + half, y - height}, {x, y}};
    canvas.polygons(List.<int[][]>of(corners), color);
    if (outline != 0) {
      canvas.path(corners, true, Color.BLACK, outline);
    }
  }
}
