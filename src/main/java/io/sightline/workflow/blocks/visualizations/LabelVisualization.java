package io.sightline.workflow.blocks.visualizations;

import io.sightline.vision.Canvas;
import io.sightline.vision.Color;
import io.sightline.vision.Detection;
import io.sightline.vision.Detections;
import io.sightline.vision.Position;
import io.sightline.vision.TextStyle;
import io.sightline.workflow.block.Manifest;
import io.sightline.workflow.block.StepInput;
import java.util.function.Function;

/** Draws a label beside each detection. */
final class LabelVisualization implements Painter {
  private final Function<StepInput, String> sizeMode;
  private final DetectionColors colors = new DetectionColors();

  private LabelVisualization(Function<StepInput, String> sizeMode) {
    this.sizeMode = sizeMode;
  }

  /** Version 1: the text has the size that is given. */
  public static final class V1 extends DrawingType {
    public V1() {
      super(
          begin("roboflow_core/label_visualization@v1", "LabelVisualization")
              .field(LabelFields.scale())
              .field(LabelFields.thickness())
              .fields(LabelFields.ground()),
          () -> new LabelVisualization(input -> "Manual"));
    }
  }

  /** Version 2: the text may grow with the picture. */
  public static final class V2 extends DrawingType {
    public V2() {
      super(
          begin("roboflow_core/label_visualization@v2")
              .field(LabelFields.sizeMode())
              .field(LabelFields.scale())
              .field(LabelFields.thickness())
              .fields(LabelFields.ground()),
          () -> new LabelVisualization(input -> input.text("text_size_mode")));
    }
  }

  private static Manifest.Builder begin(String type, String... aliases) {
    return DrawingFields.drawing(
            "Label Visualization", "Draws a label beside each detection.", type, aliases)
        .remark("text_position CENTER_OF_MASS needs masks and fails without")
        .field(DrawingFields.predictions())
        .fields(DrawingFields.colors())
        .field(LabelFields.text())
        .field(LabelFields.position())
        .field(LabelFields.textColor());
  }

  @Override
  public void paint(StepInput input, Canvas canvas) {
    Detections detections = input.detections("predictions");
    if (detections.isEmpty()) {
      return;
    }
    colors.use(input);
    String text = input.text("text");
    Position position = DrawingFields.position(input, "text_position");
    LabelPainter painter = painter(input, canvas, position);
    int place = 0;
    for (Detection detection : detections) {
      painter.paint(
          LabelText.of(text, detection, place),
          (int) position.x(detection),
          (int) position.y(detection),
          colors.of(detection, place));
      place++;
    }
  }

  private LabelPainter painter(StepInput input, Canvas canvas, Position position) {
    double scale =
        LabelFields.scale(
            input, sizeMode.apply(input), canvas.image().width(), canvas.image().height());
    int thickness = DrawingFields.thickness(input, "text_thickness", 1);
    return new LabelPainter(
        canvas,
        position,
        new TextStyle(scale, thickness),
        Color.parse(input.text("text_color")),
        LabelFields.room(input, "text_padding"),
        LabelFields.room(input, "border_radius"));
  }
}
