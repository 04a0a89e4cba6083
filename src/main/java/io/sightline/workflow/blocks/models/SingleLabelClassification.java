package io.sightline.workflow.blocks.models;

import io.sightline.model.Task;
import io.sightline.workflow.block.Kind;
import java.util.List;

/** Classification with one class for a picture. */
final class SingleLabelClassification {
  private static final String TITLE = "Single-Label Classification Model";
  private static final String DESCRIPTION = "Says which of the model's classes a picture is of.";

  private SingleLabelClassification() {}

  /** Version 1. */
  public static final class V1 extends ModelType {
    public V1() {
      super(
          manifest(
                  TITLE,
                  DESCRIPTION,
                  List.of(ModelFields.confidence(), ModelFields.activeLearning()),
                  "roboflow_core/roboflow_classification_model@v1",
                  "RoboflowClassificationModel",
                  "ClassificationModel")
              .output("predictions", Kind.CLASSIFICATION_PREDICTION)
              .output("inference_id", Kind.STRING),
          Task.CLASSIFICATION);
    }
  }

  /** Version 2. */
  public static final class V2 extends ModelType {
    public V2() {
      super(
          manifest(
                  TITLE,
                  DESCRIPTION,
                  List.of(ModelFields.confidence(), ModelFields.activeLearning()),
                  "roboflow_core/roboflow_classification_model@v2")
              .output("predictions", Kind.CLASSIFICATION_PREDICTION)
              .output("inference_id", Kind.INFERENCE_ID)
              .output("model_id", Kind.ROBOFLOW_MODEL_ID),
          Task.CLASSIFICATION);
    }
  }

  /** Version 3. */
  public static final class V3 extends ModelType {
    public V3() {
      super(
          manifest(
                  TITLE,
                  DESCRIPTION,
                  List.of(
                      ModelFields.confidenceMode("default", "custom"),
                      ModelFields.activeLearning()),
                  "roboflow_core/roboflow_classification_model@v3")
              .output("predictions", Kind.CLASSIFICATION_PREDICTION)
              .output("inference_id", Kind.INFERENCE_ID)
              .output("model_id", Kind.ROBOFLOW_MODEL_ID),
          Task.CLASSIFICATION);
    }
  }
}
