package io.sightline.workflow.blocks.visualizations;

import io.sightline.vision.Canvas;
import io.sightline.vision.Color;
import io.sightline.vision.Detection;
import io.sightline.vision.Detections;
import io.sightline.vision.Image;
import io.sightline.vision.Position;
import io.sightline.vision.TextStyle;
import io.sightline.workflow.block.Block;
import io.sightline.workflow.block.BlockContext;
import io.sightline.workflow.block.BlockResult;
import io.sightline.workflow.block.BlockType;
import io.sightline.workflow.block.Field;
import io.sightline.workflow.block.Forms;
import io.sightline.workflow.block.Kind;
import io.sightline.workflow.block.Manifest;
import io.sightline.workflow.block.StepInput;
import java.util.Arrays;

/** Draws a label beside each detection. */
final class LabelVisualization implements Block {
  private static final int MAX_SCALE = 100;
  private static final int MAX_THICKNESS = 1000;
  private static final int MAX_ROOM = 10_000;

  private final Canvas canvas = new Canvas();
  private final DetectionColors colors = new DetectionColors();

  /** Version 1. */
  public static final class V1 implements BlockType {
    private static final Manifest MANIFEST =
        Manifest.of("roboflow_core/label_visualization@v1", "LabelVisualization")
            .described(
                "Label Visualization", "visualization", "Draws a label beside each detection.")
            .remark("text_position CENTER_OF_MASS needs masks and fails without")
            .fields(DrawingFields.all())
            .field(
                Field.optional(
                    "text",
                    "Class",
                    "What a label says.",
                    Forms.oneOf(
                        "Class",
                        "Confidence",
                        "Class and Confidence",
                        "Index",
                        "Dimensions",
                        "Area",
                        "Area (mask)",
                        "Area (converted)",
                        "Tracker Id",
                        "Time In Zone"),
                    Forms.reference(Kind.STRING)))
            .field(
                Field.optional(
                    "text_position",
                    "TOP_LEFT",
                    "Where on the box a label is.",
                    Forms.oneOf(
                        Arrays.stream(Position.values()).map(Enum::name).toArray(String[]::new)),
                    Forms.reference(Kind.STRING)))
            .field(
                Field.optional(
                    "text_color",
                    "WHITE",
                    "Colour of the text, such as WHITE or #FFFFFF.",
                    Forms.text(),
                    Forms.reference(Kind.STRING)))
            .field(
                Field.optional(
                    "text_scale",
                    1.0,
                    "Factor on the size of the text.",
                    Forms.number(),
                    Forms.reference(Kind.FLOAT)))
            .field(DrawingFields.wholeNumber("text_thickness", 1, "Thickness of strokes, pixels."))
            .field(DrawingFields.wholeNumber("text_padding", 10, "Room around the text, pixels."))
            .field(DrawingFields.wholeNumber("border_radius", 0, "Radius of the corners, pixels."))
            .output("image", Kind.IMAGE)
            .build();

    @Override
    public Manifest manifest() {
      return MANIFEST;
    }

    @Override
    public Block create(BlockContext context) {
      return new LabelVisualization();
    }
  }

  @Override
  public BlockResult run(StepInput input) {
    Detections detections = input.detections("predictions");
    Image image = DrawingFields.target(input);
    if (detections.isEmpty()) {
      return BlockResult.of(image);
    }
    colors.use(input);
    String text = input.text("text");
    Position position = Position.valueOf(input.text("text_position"));
    LabelPainter painter = painter(input, position);
    canvas.on(image);
    int place = 0;
    for (Detection detection : detections) {
      painter.paint(
          LabelText.of(text, detection, place),
          (int) position.x(detection.box()),
          (int) position.y(detection.box()),
          colors.of(detection, place));
      place++;
    }
    return BlockResult.of(image);
  }

  private LabelPainter painter(StepInput input, Position position) {
    double scale = input.number("text_scale");
    DrawingFields.check("text_scale", scale, 0, MAX_SCALE);
    return new LabelPainter(
        canvas,
        position,
        new TextStyle(scale, DrawingFields.within(input, "text_thickness", 1, MAX_THICKNESS)),
        Color.parse(input.text("text_color")),
        DrawingFields.within(input, "text_padding", 0, MAX_ROOM),
        DrawingFields.within(input, "border_radius", 0, MAX_ROOM));
  }

  @Override
  public void close() {
    canvas.close();
  }
}
