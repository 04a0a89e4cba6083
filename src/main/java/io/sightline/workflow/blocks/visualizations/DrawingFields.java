package io.sightline.workflow.blocks.visualizations;

import io.sightline.vision.Image;
import io.sightline.workflow.block.BlockException;
import io.sightline.workflow.block.Field;
import io.sightline.workflow.block.Form;
import io.sightline.workflow.block.Forms;
import io.sightline.workflow.block.Kind;
import io.sightline.workflow.block.StepInput;
import java.util.List;

/** Fields that blocks drawing detections share. */
final class DrawingFields {
  private DrawingFields() {}

  /** The picture, the detections and their colours. */
  static List<Field> all() {
    return List.of(
        Field.required("image", "The picture to draw on.", Forms.reference(Kind.IMAGE)),
        Field.optional(
            "copy_image",
            true,
            "Whether the picture that comes in stays as it is.",
            Forms.flag(),
            Forms.reference(Kind.BOOLEAN)),
        Field.required(
            "predictions",
            "The detections to draw.",
            Forms.reference(
                Kind.OBJECT_DETECTION_PREDICTION,
                Kind.INSTANCE_SEGMENTATION_PREDICTION,
                Kind.KEYPOINT_DETECTION_PREDICTION,
                Kind.RLE_INSTANCE_SEGMENTATION_PREDICTION)),
        Field.optional(
            "color_palette",
            "DEFAULT",
            "The palette that colours come from.",
            palettes(),
            Forms.reference(Kind.STRING)),
        wholeNumber("palette_size", 10, "Colours of a Matplotlib palette."),
        Field.optional(
            "custom_colors",
            List.of(),
            "The colours of the palette CUSTOM, such as #FF0000.",
            Forms.list(0, Forms.text()),
            Forms.reference(Kind.LIST_OF_VALUES)),
        Field.optional(
            "color_axis",
            "CLASS",
            "What a detection's colour is counted by.",
            Forms.oneOf("INDEX", "CLASS", "TRACK"),
            Forms.reference(Kind.STRING)));
  }

  private static Form palettes() {
    return Forms.oneOf(
        "DEFAULT",
        "CUSTOM",
        "ROBOFLOW",
        "Matplotlib Viridis",
        "Matplotlib Plasma",
        "Matplotlib Inferno",
        "Matplotlib Magma",
        "Matplotlib Cividis",
        "Matplotlib Pastel1",
        "Matplotlib Pastel2",
        "Matplotlib Paired",
        "Matplotlib Accent",
        "Matplotlib Dark2",
        "Matplotlib Set1",
        "Matplotlib Set2",
        "Matplotlib Set3",
        "Matplotlib Tab10",
        "Matplotlib Tab20",
        "Matplotlib Tab20b",
        "Matplotlib Tab20c");
  }

  static Field wholeNumber(String name, int defaultValue, String description) {
    return Field.optional(
        name, defaultValue, description, Forms.wholeNumber(), Forms.reference(Kind.INTEGER));
  }

  /**
   * The whole number in a field.
   *
   * @throws BlockException where it is not from {@code min} to {@code max}
   */
  static int within(StepInput input, String name, int min, int max) {
    int value = input.wholeNumber(name);
    check(name, value, min, max);
    return value;
  }

  /**
   * @throws BlockException where {@code value} is not from {@code min} to {@code max}
   */
  static void check(String name, double value, int min, int max) {
    if (!(value >= min && value <= max)) {
      throw new BlockException("%s must be %d to %d, not %s".formatted(name, min, max, value));
    }
  }

  /** The picture that a step draws on, as its field copy_image wants it. */
  static Image target(StepInput input) {
    return input.flag("copy_image") ? input.writable("image") : input.shared("image");
  }
}
