package io.sightline.workflow.blocks.visualizations;

import io.sightline.vision.Canvas;
import io.sightline.vision.Color;
import io.sightline.vision.Detection;
import io.sightline.vision.Detections;
import io.sightline.vision.Image;
import io.sightline.vision.Position;
import io.sightline.vision.VisionException;
import io.sightline.workflow.block.Block;
import io.sightline.workflow.block.BlockContext;
import io.sightline.workflow.block.BlockException;
import io.sightline.workflow.block.Field;
import io.sightline.workflow.block.Forms;
import io.sightline.workflow.block.Kind;
import io.sightline.workflow.block.StepInput;

/** Draws a label in an outline font beside each detection. */
final class RichLabelVisualization implements Painter {
  private static final int MAX_SIZE = 512;
  private static final int MAX_LINE = 10_000;
  private static final int SMALLEST = 8;
  private static final int LARGEST = 128;
  private static final double REFERENCE_SIZE = 14;
  private static final double REFERENCE_SIDE = 1080;

  private final DetectionColors colors = new DetectionColors();
  private final RichLabelPainter painter = new RichLabelPainter();

  /** Version 1. */
  public static final class V1 extends DrawingType {
    public V1() {
      super(
          DrawingFields.drawing(
                  "Rich Label Visualization",
                  "Draws a label in an outline font beside each detection. Geist and Geist Mono"
                      + " stand for fonts that are like them.",
                  "roboflow_core/rich_label_visualization@v1")
              .remark("Geist and Geist Mono stand for the other fonts")
              .field(DrawingFields.predictions())
              .fields(DrawingFields.colors())
              .field(LabelFields.text())
              .field(LabelFields.position())
              .field(LabelFields.textColor())
              .field(
                  Field.optional(
                      "font_family",
                      FontFamily.DEFAULT,
                      "The font.",
                      Forms.oneOf(FontFamily.names()),
                      Forms.reference(Kind.STRING)))
              .field(LabelFields.sizeMode())
              .field(Field.positive("font_size", 14, "Size of the font, pixels."))
              .fields(LabelFields.ground())
              .field(
                  Field.optional(
                      "max_line_length",
                      null,
                      "Characters after which a line is broken; null for as long as it is.",
                      Forms.positiveNumber(),
                      Forms.reference(Kind.INTEGER),
                      Forms.nothing())),
          RichLabelVisualization::new);
    }

    @Override
    public Block create(BlockContext context) {
      try {
        FontFamily.named(FontFamily.DEFAULT);
      } catch (VisionException e) {
        throw new BlockException(manifest().type() + " cannot run here: " + e.getMessage());
      }
      return super.create(context);
    }
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
    painter.font(FontFamily.named(input.text("font_family")), size(input, canvas.image()));
    painter.style(
        Color.parse(input.text("text_color")),
        LabelFields.room(input, "text_padding"),
        LabelFields.room(input, "border_radius"),
        input.value("max_line_length") == null
            ? 0
            : DrawingFields.within(input, "max_line_length", 1, MAX_LINE));
    int place = 0;
    for (Detection detection : detections) {
      painter.paint(
          canvas,
          LabelText.of(text, detection, place),
          position,
          DrawingFields.near(position.x(detection)),
          DrawingFields.near(position.y(detection)),
          colors.of(detection, place));
      place++;
    }
  }

  private static int size(StepInput input, Image image) {
    int size = DrawingFields.within(input, "font_size", 1, MAX_SIZE);
    if (!input.text("text_size_mode").equals("Automatic")) {
      return size;
    }
    double base = REFERENCE_SIZE * (Math.min(image.height(), image.width()) / REFERENCE_SIDE);
    double wanted = Math.rint(base * (size / REFERENCE_SIZE));
    return (int) Math.max(SMALLEST, Math.min(LARGEST, wanted));
  }

  @Override
  public void close() {
    painter.close();
  }
}
