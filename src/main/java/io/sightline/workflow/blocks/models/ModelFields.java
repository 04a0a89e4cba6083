package io.sightline.workflow.blocks.models;

import io.sightline.workflow.block.Field;
import io.sightline.workflow.block.Form;
import io.sightline.workflow.block.Forms;
import io.sightline.workflow.block.Kind;
import io.sightline.workflow.block.StepInput;
import java.util.ArrayList;
import java.util.List;

/** Fields that blocks running a model share, each with the reference's default. */
final class ModelFields {
  /** The score of models that name none of their own. */
  static final double DEFAULT_CONFIDENCE = 0.4;

  private ModelFields() {}

  /** The picture and the model. */
  static List<Field> source() {
    return List.of(
        Field.required("images", "The picture to look at.", Forms.reference(Kind.IMAGE))
            .alias("image"),
        Field.required(
            "model_id",
            "Which of the server's models.",
            Forms.reference(Kind.ROBOFLOW_MODEL_ID),
            Forms.text()));
  }

  /** The least score as a number. */
  static List<Field> confidence() {
    return List.of(Field.fraction("confidence", DEFAULT_CONFIDENCE, "Least score of an answer."));
  }

  /**
   * The least score by a mode.
   *
   * @param modes what may be chosen, the default first; custom takes the field custom_confidence,
   *     the others the model's own
   */
  static List<Field> confidenceMode(String... modes) {
    return List.of(
        Field.optional(
            "confidence_mode",
            modes[0],
            "custom takes the least score below, every other mode the model's own.",
            Forms.oneOf(modes),
            Forms.reference(Kind.STRING)),
        Field.optional(
            "custom_confidence",
            DEFAULT_CONFIDENCE,
            "Least score of an answer in the mode custom.",
            Forms.number(0, 1),
            Forms.reference(Kind.FLOAT_ZERO_TO_ONE),
            Forms.nothing()));
  }

  /**
   * What sorts out boxes.
   *
   * @param undecided what class_agnostic_nms may be besides true and false
   */
  static List<Field> suppression(Form... undecided) {
    List<Form> agnostic = new ArrayList<>(List.of(Forms.flag(), Forms.reference(Kind.BOOLEAN)));
    agnostic.addAll(List.of(undecided));
    return List.of(
        Field.optional(
            "class_filter",
            null,
            "Names of the classes to keep; all without it.",
            Forms.list(0, Forms.text()),
            Forms.nothing(),
            Forms.reference(Kind.LIST_OF_VALUES)),
        Field.fraction("iou_threshold", 0.3, "Boxes of a class that overlap more are one."),
        Field.positive("max_detections", 300, "Upper bound of the answer."),
        Field.optional(
            "class_agnostic_nms",
            false,
            "Whether boxes of different classes can be one.",
            agnostic.toArray(Form[]::new)),
        Field.positive("max_candidates", 3000, "Without effect: the model bounds its candidates."));
  }

  /** What concerns masks. */
  static List<Field> masks() {
    return List.of(
        Field.optional(
            "mask_decode_mode",
            "accurate",
            "Without effect: masks are always computed in the picture's size.",
            Forms.oneOf("accurate", "tradeoff", "fast"),
            Forms.reference(Kind.STRING)),
        Field.fraction("tradeoff_factor", 0, "Without effect, as the mode."));
  }

  static Field denseMasks() {
    return Field.optional(
        "enforce_dense_masks_in_inference_models",
        true,
        "Without effect: masks are held by the part of the picture that they cover.",
        Forms.flag(),
        Forms.reference(Kind.BOOLEAN));
  }

  static Field keypointConfidence() {
    return Field.fraction("keypoint_confidence", 0, "Least score of a key point.");
  }

  /** What Roboflow's platform would do with the pictures. */
  static List<Field> activeLearning() {
    return List.of(
        Field.optional(
            "disable_active_learning",
            true,
            "Of Roboflow's platform: without effect here.",
            Forms.flag(),
            Forms.reference(Kind.BOOLEAN)),
        Field.optional(
            "active_learning_target_dataset",
            null,
            "Of Roboflow's platform: without effect here.",
            Forms.reference(Kind.ROBOFLOW_PROJECT),
            Forms.text(),
            Forms.nothing()));
  }

  /** The least score of a frame, whichever way the block's version asks for it. */
  static double confidence(StepInput input) {
    if (input.has("confidence")) {
      return input.number("confidence");
    }
    boolean custom =
        "custom".equals(input.text("confidence_mode")) && input.value("custom_confidence") != null;
    return custom ? input.number("custom_confidence") : DEFAULT_CONFIDENCE;
  }
}
