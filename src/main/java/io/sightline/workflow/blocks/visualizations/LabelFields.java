package io.sightline.workflow.blocks.visualizations;

import io.sightline.vision.Position;
import io.sightline.workflow.block.Field;
import io.sightline.workflow.block.Forms;
import io.sightline.workflow.block.Kind;
import io.sightline.workflow.block.StepInput;
import java.util.List;

/** Fields that blocks with labels share. */
final class LabelFields {
  static final int MAX_SCALE = 100;
  private static final int MAX_ROOM = 10_000;
  private static final double AUTOMATIC_SCALE = 0.7;
  private static final double MIN_AUTOMATIC = 0.3;
  private static final double MAX_AUTOMATIC = 5;
  private static final double REFERENCE_SIDE = 1080;

  private LabelFields() {}

  /** What a detection's label says; {@link LabelText} reads it. */
  static Field text() {
    return Field.optional(
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
        Forms.reference(Kind.STRING));
  }

  static Field position() {
    return DrawingFields.position("text_position", Position.TOP_LEFT, true);
  }

  static Field textColor() {
    return DrawingFields.color("text_color", "WHITE", "Colour of the text, such as #FFFFFF.");
  }

  static Field sizeMode() {
    return Field.optional(
        "text_size_mode",
        "Manual",
        "Whether the size is as given or grows with the picture.",
        Forms.oneOf("Manual", "Automatic"),
        Forms.reference(Kind.STRING));
  }

  static Field scale() {
    return Field.number("text_scale", 1, "Factor on the size of the text.");
  }

  static Field thickness() {
    return DrawingFields.wholeNumber("text_thickness", 1, "Thickness of strokes, pixels.");
  }

  static Field padding() {
    return DrawingFields.wholeNumber("text_padding", 10, "Room around the text, pixels.");
  }

  /** The ground that the text lies on. */
  static List<Field> ground() {
    return List.of(
        padding(), DrawingFields.wholeNumber("border_radius", 0, "Radius of the corners, pixels."));
  }

  /** Room around text, or a radius, in a field. */
  static int room(StepInput input, String name) {
    return DrawingFields.within(input, name, 0, MAX_ROOM);
  }

  /** The factor on the text's size. */
  static double scale(StepInput input) {
    double scale = input.number("text_scale");
    DrawingFields.check("text_scale", scale, 0, MAX_SCALE);
    return scale;
  }

  /**
   * The factor on the text's size; where the mode is automatic, as much larger as the picture's
   * shorter side is than 1080 pixels.
   */
  static double scale(StepInput input, String mode, int width, int height) {
    double scale = scale(input);
    if (!mode.equals("Automatic")) {
      return scale;
    }
    double base = AUTOMATIC_SCALE * (Math.min(height, width) / REFERENCE_SIDE);
    return Math.max(MIN_AUTOMATIC, Math.min(MAX_AUTOMATIC, base * (scale / AUTOMATIC_SCALE)));
  }
}
