package io.sightline.workflow.blocks.models;

import io.sightline.model.Task;
import io.sightline.workflow.block.Kind;
import java.util.List;

/** Classification with any number of classes for a picture. */
final class MultiLabelClassification {
  private static final String TITLE = "Multi-Label Classification Model";
  private static final String DESCRIPTION =
      "Says which of the model's classes are true of a picture.";

  private MultiLabelClassification() {}

  /** Version 1. */
  public static final class V1 extends ModelType {
    public V1() {
      super(
          manifest(
                  TITLE,
                  DESCRIPTION,
                  List.of(ModelFields.confidence(), ModelFields.activeLearning()),
                  "roboflow_core/roboflow_multi_label_classification_model@v1",
                  "RoboflowMultiLabelClassificationModel",
                  "MultiLabelClassificationModel")
              .output("predictions", Kind.CLASSIFICATION_PREDICTION)
              .output("inference_id", Kind.STRING),
          Task.MULTI_LABEL_CLASSIFICATION);
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
                  "roboflow_core/roboflow_multi_label_classification_model@v2")
              .output("predictions", Kind.CLASSIFICATION_PREDICTION)
              .output("inference_id", Kind.INFERENCE_ID)
              .output("model_id", Kind.ROBOFLOW_MODEL_ID),
          Task.MULTI_LABEL_CLASSIFICATION);
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
                      ModelFields.confidenceMode("best", "default", "custom"),
                      ModelFields.activeLearning()),
                  "roboflow_core/roboflow_multi_label_classification_model@v3")
              .output("predictions", Kind.CLASSIFICATION_PREDICTION)
              .output("inference_id", Kind.INFERENCE_ID)
              .output("model_id", Kind.ROBOFLOW_MODEL_ID),
          Task.MULTI_LABEL_CLASSIFICATION);
    }
  }
}
