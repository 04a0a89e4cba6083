package io.sightline.workflow.blocks.visualizations;

import io.sightline.vision.BoundingBox;
import io.sightline.vision.Canvas;
import io.sightline.vision.Color;
import io.sightline.vision.Detection;
import io.sightline.workflow.block.StepInput;

/**
 * Draws flat ellipses around the lower edges of detections' boxes.
 *
 * @param start degrees, clockwise from the right
 * @param end degrees
 */
record EllipseVisualization(int thickness, int start, int end) implements EachDetection.Shape {
  private static final int MAX_ANGLE = 36_000;
  private static final double FLATNESS = 0.35;

  /** Version 1. */
  public static final class V1 extends DrawingType {
    public V1() {
      super(
          DrawingFields.drawing(
                  "Ellipse Visualization",
                  "Draws an ellipse on the ground of each detection.",
                  "roboflow_core/ellipse_visualization@v1",
                  "EllipseVisualization")
              .field(DrawingFields.predictions())
              .fields(DrawingFields.colors())
              .field(DrawingFields.wholeNumber("thickness", 2, "Thickness of the line, pixels."))
              .field(DrawingFields.wholeNumber("start_angle", -45, "Where it begins, degrees."))
              .field(DrawingFields.wholeNumber("end_angle", 235, "Where it ends, degrees.")),
          () -> new EachDetection(EllipseVisualization::of));
    }
  }

  private static EllipseVisualization of(StepInput input) {
    return new EllipseVisualization(
        DrawingFields.thickness(input, "thickness", -1),
        DrawingFields.within(input, "start_angle", -MAX_ANGLE, MAX_ANGLE),
        DrawingFields.within(input, "end_angle", -MAX_ANGLE, MAX_ANGLE));
  }

  @Override
  public void draw(Canvas canvas, Detection detection, Color color) {
    BoundingBox box = detection.box();
    int x1 = DrawingFields.near(box.x1());
    int x2 = DrawingFields.near(box.x2());
    int width = x2 - x1;
    canvas.arc(
        (x1 + x2) / 2,
        (int) box.y2(),
        width,
        (int) (FLATNESS * width),
        start,
        end,
        color,
        thickness);
  }
}
