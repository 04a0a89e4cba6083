package io.sightline.workflow.blocks.visualizations;

import io.sightline.vision.Position;
import io.sightline.vision.VisionException;
import io.sightline.workflow.block.BlockException;
import io.sightline.workflow.block.Field;
import io.sightline.workflow.block.Form;
import io.sightline.workflow.block.Forms;
import io.sightline.workflow.block.Kind;
import io.sightline.workflow.block.Manifest;
import io.sightline.workflow.block.StepInput;
import java.util.Arrays;
import java.util.List;

/** Fields that drawing blocks share, and their bounds. */
final class DrawingFields {
  static final int MAX_THICKNESS = 1000;
  static final int MAX_RADIUS = 10_000;
  static final int MAX_KERNEL = 2048;

  private static final int FAR = 1 << 28;

  private static final String PREDICTIONS = "The detections to draw.";

  private DrawingFields() {}

  /** Begins the manifest of a block that draws on a picture. */
  static Manifest.Builder drawing(
      String title, String description, String type, String... aliases) {
    return Manifest.of(type, aliases)
        .described(title, "visualization", description)
        .field(image())
        .field(copyImage())
        .output("image", Kind.IMAGE);
  }

  private static Field image() {
    return Field.required("image", "The picture to draw on.", Forms.reference(Kind.IMAGE))
        .alias("images");
  }

  private static Field copyImage() {
    return Field.optional(
        "copy_image",
        true,
        "Whether the picture that comes in stays as it is.",
        Forms.flag(),
        Forms.reference(Kind.BOOLEAN));
  }

  /** Detections of any model. */
  static Field predictions() {
    return Field.required("predictions", PREDICTIONS, detections());
  }

  /** A selector of detections of any model. */
  static Form detections() {
    return Forms.reference(
        Kind.OBJECT_DETECTION_PREDICTION,
        Kind.INSTANCE_SEGMENTATION_PREDICTION,
        Kind.KEYPOINT_DETECTION_PREDICTION,
        Kind.RLE_INSTANCE_SEGMENTATION_PREDICTION);
  }

  /** Detections with masks. */
  static Field instances() {
    return Field.required(
        "predictions",
        PREDICTIONS,
        Forms.reference(
            Kind.INSTANCE_SEGMENTATION_PREDICTION, Kind.RLE_INSTANCE_SEGMENTATION_PREDICTION));
  }

  /** The colours of detections; {@link DetectionColors} reads them. */
  static List<Field> colors() {
    return List.of(
        Field.optional(
            "color_palette",
            "DEFAULT",
            "The palette that colours come from.",
            Forms.oneOf(DetectionColors.PALETTES),
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

  /** A place on the detection's box or, with {@code mass}, its mask. */
  static Field position(String name, Position defaultValue, boolean mass) {
    return Field.optional(
        name,
        defaultValue.name(),
        "Where on the detection it is.",
        Forms.oneOf(positions(mass)),
        Forms.reference(Kind.STRING));
  }

  static String[] positions(boolean mass) {
    return Arrays.stream(Position.values())
        .filter(p -> mass || p != Position.CENTER_OF_MASS)
        .map(Enum::name)
        .toArray(String[]::new);
  }

  static Field wholeNumber(String name, int defaultValue, String description) {
    return Field.optional(
        name, defaultValue, description, Forms.wholeNumber(), Forms.reference(Kind.INTEGER));
  }

  static Field color(String name, String defaultValue, String description) {
    return Field.optional(
        name, defaultValue, description, Forms.text(), Forms.reference(Kind.STRING));
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

  /** The thickness of lines in a field, which OpenCV takes from {@code min} on. */
  static int thickness(StepInput input, String name, int min) {
    return within(input, name, min, MAX_THICKNESS);
  }

  /**
   * The share in a field.
   *
   * @throws BlockException where it is not from 0 to 1
   */
  static double share(StepInput input, String name) {
    double value = input.number(name);
    check(name, value, 0, 1);
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

  /** A coordinate as a whole number, outside every picture where it was, but far from overflow. */
  static int near(double coordinate) {
    return Math.max(-FAR, Math.min((int) coordinate, FAR));
  }

  /**
   * The place on a detection that a field names.
   *
   * @throws VisionException where there is none of that name
   */
  static Position position(StepInput input, String name) {
    return Position.named(input.text(name));
  }
}
