package io.sightline.workflow.blocks.visualizations;

import io.sightline.vision.Canvas;
import io.sightline.vision.Color;
import io.sightline.vision.Detection;
import io.sightline.vision.Keypoint;
import io.sightline.vision.TextStyle;
import io.sightline.workflow.block.Field;
import io.sightline.workflow.block.Forms;
import io.sightline.workflow.block.Kind;
import io.sightline.workflow.block.StepInput;
import java.util.List;

/** Draws key points, the lines between them, or their numbers. */
final class KeypointVisualization implements Painter {
  private Skeleton skeleton;
  private Object skeletonOf;

  /** Version 1. */
  public static final class V1 extends DrawingType {
    public V1() {
      super(
          DrawingFields.drawing(
                  "Keypoint Visualization",
                  "Draws key points, the lines between them, or their numbers.",
                  "roboflow_core/keypoint_visualization@v1",
                  "KeypointVisualization")
              .field(
                  Field.required(
                      "predictions",
                      "The detections whose key points are drawn.",
                      Forms.reference(Kind.KEYPOINT_DETECTION_PREDICTION)))
              .field(
                  Field.optional(
                      "annotator_type",
                      "edge",
                      "What is drawn: lines, points or numbers.",
                      Forms.oneOf("edge", "vertex", "vertex_label")))
              .field(DrawingFields.color("color", "#A351FB", "Colour of lines and points."))
              .field(DrawingFields.color("text_color", "black", "Colour of the numbers."))
              .field(Field.number("text_scale", 0.5, "Factor on the numbers' size."))
              .field(LabelFields.thickness())
              .field(LabelFields.padding())
              .field(DrawingFields.wholeNumber("thickness", 2, "Thickness of lines, pixels."))
              .field(
                  DrawingFields.wholeNumber(
                      "radius", 10, "Radius of points and of the labels' corners, pixels."))
              .field(
                  Field.optional(
                      "edges",
                      null,
                      "Pairs of key points, counted from 1, that lines connect.",
                      Forms.list(0, Forms.any()),
                      Forms.reference(Kind.LIST_OF_VALUES),
                      Forms.nothing())),
          KeypointVisualization::new);
    }
  }

  @Override
  public void paint(StepInput input, Canvas canvas) {
    Color color = Color.parse(input.text("color"));
    Color textColor = Color.parse(input.text("text_color"));
    List<Detection> detections = input.detections("predictions").items();
    switch (input.text("annotator_type")) {
      case "vertex" -> points(input, canvas, detections, color);
      case "vertex_label" -> numbers(input, canvas, detections, color, textColor);
      default -> lines(input, canvas, detections, color);
    }
  }

  private static void points(
      StepInput input, Canvas canvas, List<Detection> detections, Color color) {
    int radius = DrawingFields.within(input, "radius", 0, DrawingFields.MAX_RADIUS);
    for (Detection detection : detections) {
      for (Keypoint point : detection.keypoints()) {
        canvas.circle((int) point.x(), (int) point.y(), radius, color, Canvas.FILLED);
      }
    }
  }

  private void lines(StepInput input, Canvas canvas, List<Detection> detections, Color color) {
    int thickness = DrawingFields.thickness(input, "thickness", 1);
    Object edges = input.value("edges");
    if (skeleton == null || edges != skeletonOf) {
      skeleton = Skeleton.of(edges == null ? List.of() : input.list("edges"));
      skeletonOf = edges;
    }
    for (Detection detection : detections) {
      if (!skeleton.draw(canvas, detection.keypoints(), color, thickness)) {
        return;
      }
    }
  }

  private static void numbers(
      StepInput input, Canvas canvas, List<Detection> detections, Color ground, Color color) {
    TextStyle style =
        new TextStyle(
            LabelFields.scale(input), DrawingFields.thickness(input, "text_thickness", 1));
    int padding = LabelFields.room(input, "text_padding");
    int radius = LabelFields.room(input, "radius");
    for (Detection detection : detections) {
      int number = 0;
      for (Keypoint point : detection.keypoints()) {
        int x = DrawingFields.near(point.x());
        int y = DrawingFields.near(point.y());
        String text = Integer.toString(number++);
        if (x != 0 && y != 0) {
          TextStyle.Extent extent = canvas.extent(text, style);
          int across = extent.width() / 2;
          int down = extent.height() / 2;
          canvas.filledRectangle(
              x - across - padding,
              y - down - padding,
              x + across + padding,
              y + down + padding,
              radius,
              ground);
          canvas.text(text, x - across, y + down, style, color);
        }
      }
    }
  }
}
