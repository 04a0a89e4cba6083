package io.sightline.workflow.blocks.models;

import io.sightline.workflow.block.Block;
import io.sightline.workflow.block.BlockContext;
import io.sightline.workflow.block.BlockType;
import io.sightline.workflow.block.Field;
import io.sightline.workflow.block.Forms;
import io.sightline.workflow.block.Kind;
import io.sightline.workflow.block.Manifest;
import io.sightline.workflow.block.StepInput;
import java.util.List;

/** Object detection, version 3: the least score may be left to the model. */
public final class ObjectDetectionV3 implements BlockType {
  /** The score of models that name none of their own. */
  private static final double DEFAULT_CONFIDENCE = 0.4;

  private static final Manifest MANIFEST =
      DetectionFields.manifest(
              List.of(
                  Field.optional(
                      "confidence_mode",
                      "best",
                      "best and default take the model's own least score, custom the one below.",
                      Forms.oneOf("best", "default", "custom"),
                      Forms.reference(Kind.STRING)),
                  Field.optional(
                      "custom_confidence",
                      DEFAULT_CONFIDENCE,
                      "Least score of an answer in the mode custom.",
                      Forms.number(0, 1),
                      Forms.reference(Kind.FLOAT_ZERO_TO_ONE),
                      Forms.nothing())),
              "roboflow_core/roboflow_object_detection_model@v3")
          .output("inference_id", Kind.INFERENCE_ID)
          .output("predictions", Kind.OBJECT_DETECTION_PREDICTION)
          .output("model_id", Kind.ROBOFLOW_MODEL_ID)
          .build();

  @Override
  public Manifest manifest() {
    return MANIFEST;
  }

  @Override
  public Block create(BlockContext context) {
    return ObjectDetection.create(context, ObjectDetectionV3::confidence, true);
  }

  static double confidence(StepInput input) {
    boolean custom =
        "custom".equals(input.text("confidence_mode")) && input.value("custom_confidence") != null;
    return custom ? input.number("custom_confidence") : DEFAULT_CONFIDENCE;
  }
}
