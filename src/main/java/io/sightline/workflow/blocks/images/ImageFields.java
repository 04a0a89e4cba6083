package io.sightline.workflow.blocks.images;

import io.sightline.workflow.block.BlockException;
import io.sightline.workflow.block.Field;
import io.sightline.workflow.block.Forms;
import io.sightline.workflow.block.Kind;
import io.sightline.workflow.block.Manifest;
import io.sightline.workflow.block.StepInput;

/** Fields that blocks on pictures share, and the bounds of their values. */
final class ImageFields {
  private ImageFields() {}

  /** Starts the manifest of a block of this family. */
  static Manifest.Builder manifest(String type, String title, String description) {
    return Manifest.of("roboflow_core/" + type)
        .described(title, "classical_computer_vision", description);
  }

  /** The picture to work on. */
  static Field image() {
    return picture("image", "The picture to work on.").alias("images");
  }

  static Field picture(String name, String description) {
    return Field.required(name, description, Forms.reference(Kind.IMAGE));
  }

  static Field wholeNumber(String name, int defaultValue, String description) {
    return Field.optional(
        name, defaultValue, description, Forms.reference(Kind.INTEGER), Forms.wholeNumber());
  }

  /** A whole number above 0. */
  static Field positiveNumber(String name, int defaultValue, String description) {
    return Field.optional(
        name, defaultValue, description, Forms.reference(Kind.INTEGER), Forms.positiveNumber());
  }

  /** A whole number that a document itself may only give in these bounds. */
  static Field wholeNumber(String name, int defaultValue, int min, int max, String description) {
    return Field.optional(
        name,
        defaultValue,
        description,
        Forms.reference(Kind.INTEGER),
        Forms.wholeNumber(min, max));
  }

  static Field number(String name, double defaultValue, String description) {
    return Field.optional(
        name, defaultValue, description, Forms.reference(Kind.FLOAT), Forms.number());
  }

  static Field flag(String name, boolean defaultValue, String description) {
    return Field.optional(
        name, defaultValue, description, Forms.reference(Kind.BOOLEAN), Forms.flag());
  }

  /** One of these strings; without any where the document gives none. */
  static Field choice(String name, String defaultValue, String description, String... choices) {
    return Field.optional(
        name, defaultValue, description, Forms.reference(Kind.STRING), Forms.oneOf(choices));
  }

  /**
   * The whole number in a field.
   *
   * @throws BlockException where it is not from {@code min} to {@code max}
   */
  static int within(StepInput input, String name, int min, int max) {
    int value = input.wholeNumber(name);
    if (value < min || value > max) {
      throw new BlockException("%s must be %d to %d, not %d".formatted(name, min, max, value));
    }
    return value;
  }

  /**
   * Holds the work that fields ask for against what a frame may take.
   *
   * @param operations about how many steps of the innermost loop
   * @throws BlockException where they are more than {@code max}
   */
  static void bound(String what, double operations, double max) {
    if (operations > max) {
      throw new BlockException(
          "%s would take %.0f times the work that one frame may take"
              .formatted(what, Math.ceil(operations / max)));
    }
  }
}
