package io.sightline.workflow.blocks.visualizations;

import io.sightline.vision.Canvas;
import io.sightline.vision.Color;
import io.sightline.vision.Position;
import io.sightline.vision.TextStyle;
import io.sightline.workflow.block.Field;
import io.sightline.workflow.block.Forms;
import io.sightline.workflow.block.Kind;
import io.sightline.workflow.block.StepInput;
import java.util.List;

/** Writes on the picture what a classifier says of it. */
final class ClassificationLabelVisualization implements Painter {
  /** Every label counts as the same track. */
  private static final int TRACK = 0;

  private final DetectionColors colors = new DetectionColors();

  /** Version 1. */
  public static final class V1 extends DrawingType {
    public V1() {
      super(
          DrawingFields.drawing(
                  "Classification Label Visualization",
                  "Writes on the picture what a classifier says of it.",
                  "roboflow_core/classification_label_visualization@v1")
              .field(
                  Field.required(
                      "predictions",
                      "The classes of the picture.",
                      Forms.output(Kind.CLASSIFICATION_PREDICTION)))
              .fields(DrawingFields.colors())
              .field(
                  Field.optional(
                      "text",
                      "Class",
                      "What a label says.",
                      Forms.oneOf("Class", "Confidence", "Class and Confidence"),
                      Forms.input(Kind.STRING)))
              .field(DrawingFields.position("text_position", Position.TOP_LEFT, false).ofInputs())
              .field(LabelFields.textColor().ofInputs())
              .field(LabelFields.scale().ofInputs())
              .field(LabelFields.thickness().ofInputs())
              .fields(LabelFields.ground().stream().map(Field::ofInputs).toList()),
          ClassificationLabelVisualization::new);
    }
  }

  @Override
  public void paint(StepInput input, Canvas canvas) {
    ClassLabels labels = ClassLabels.of(input.value("predictions"));
    if (labels.labels().isEmpty()) {
      return;
    }
    colors.use(input);
    Position position = DrawingFields.position(input, "text_position");
    double scale = LabelFields.scale(input);
    int thickness = DrawingFields.thickness(input, "text_thickness", 1);
    int padding = LabelFields.room(input, "text_padding");
    LabelPainter painter =
        new LabelPainter(
            canvas,
            position,
            new TextStyle(scale, thickness),
            Color.parse(input.text("text_color")),
            padding,
            LabelFields.room(input, "border_radius"));
    List<String> texts = labels.texts(input.text("text"));
    LabelColumn column =
        new LabelColumn(labels.width(), labels.height(), scale, thickness, padding);
    List<int[]> places = column.places(position, texts);
    for (int i = 0; i < texts.size(); i++) {
      int drawn = LabelColumn.isUpwards(position) ? texts.size() - 1 - i : i;
      painter.paint(
          texts.get(drawn),
          places.get(i)[0],
          places.get(i)[1],
          colors.of(labels.labels().get(drawn).classId(), TRACK, i));
    }
  }
}
