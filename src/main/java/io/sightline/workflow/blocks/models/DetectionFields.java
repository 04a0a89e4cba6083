package io.sightline.workflow.blocks.models;

import io.sightline.workflow.block.Field;
import io.sightline.workflow.block.Forms;
import io.sightline.workflow.block.Kind;
import io.sightline.workflow.block.Manifest;
import java.util.List;

/** What the versions of the detection block share. */
final class DetectionFields {
  private static final String DESCRIPTION =
      "Finds objects of the model's classes and answers with their boxes.";

  private DetectionFields() {}

  /** A manifest with the fields up to the model's id and those behind the confidence. */
  static Manifest.Builder manifest(List<Field> confidence, String type, String... aliases) {
    return Manifest.of(type, aliases)
        .described("Object Detection Model", "model", DESCRIPTION)
        .field(
            Field.required("images", "The picture to look at.", Forms.reference(Kind.IMAGE))
                .alias("image"))
        .field(
            Field.required(
                "model_id",
                "Which of the server's models.",
                Forms.reference(Kind.ROBOFLOW_MODEL_ID),
                Forms.text()))
        .fields(confidence)
        .field(
            Field.optional(
                "class_filter",
                null,
                "Names of the classes to keep; all without it.",
                Forms.list(0, Forms.text()),
                Forms.nothing(),
                Forms.reference(Kind.LIST_OF_VALUES)))
        .field(fraction("iou_threshold", 0.3, "Boxes of a class that overlap more are one."))
        .field(count("max_detections", 300, "Upper bound of the answer."))
        .field(
            Field.optional(
                "class_agnostic_nms",
                false,
                "Whether boxes of different classes can be one.",
                Forms.flag(),
                Forms.nothing(),
                Forms.reference(Kind.BOOLEAN)))
        .field(count("max_candidates", 3000, "Without effect: the model bounds its candidates."))
        .field(
            Field.optional(
                "disable_active_learning",
                true,
                "Of Roboflow's platform: without effect here.",
                Forms.flag(),
                Forms.reference(Kind.BOOLEAN)))
        .field(
            Field.optional(
                "active_learning_target_dataset",
                null,
                "Of Roboflow's platform: without effect here.",
                Forms.reference(Kind.ROBOFLOW_PROJECT),
                Forms.text(),
                Forms.nothing()))
        .batch("images")
        .heavy();
  }

  static Field fraction(String name, double defaultValue, String description) {
    return Field.optional(
        name,
        defaultValue,
        description,
        Forms.number(0, 1),
        Forms.reference(Kind.FLOAT_ZERO_TO_ONE));
  }

  static Field confidence() {
    return fraction("confidence", 0.4, "Least score of an answer.");
  }

  private static Field count(String name, int defaultValue, String description) {
    return Field.optional(
        name, defaultValue, description, Forms.positiveNumber(), Forms.reference(Kind.INTEGER));
  }
}
