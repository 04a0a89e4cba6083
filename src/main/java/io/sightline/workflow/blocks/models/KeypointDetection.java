package io.sightline.workflow.blocks.models;

import io.sightline.model.Task;
import io.sightline.workflow.block.Field;
import io.sightline.workflow.block.Kind;
import java.util.List;

/** Key point detection. */
final class KeypointDetection {
  private static final String TITLE = "Keypoint Detection Model";
  private static final String DESCRIPTION =
      "Finds objects of the model's classes and answers with their boxes and skeletons.";

  private KeypointDetection() {}

  private static List<List<Field>> fields(List<Field> confidence) {
    return List.of(
        confidence,
        List.of(ModelFields.keypointConfidence()),
        ModelFields.suppression(),
        ModelFields.activeLearning());
  }

  /** Version 1. */
  public static final class V1 extends ModelType {
    public V1() {
      super(
          firstOutputs(
              manifest(
                  TITLE,
                  DESCRIPTION,
                  fields(ModelFields.confidence()),
                  "roboflow_core/roboflow_keypoint_detection_model@v1",
                  "RoboflowKeypointDetectionModel",
                  "KeypointsDetectionModel"),
              Kind.KEYPOINT_DETECTION_PREDICTION),
          Task.KEYPOINT_DETECTION);
    }
  }

  /** Version 2. */
  public static final class V2 extends ModelType {
    public V2() {
      super(
          outputs(
              manifest(
                  TITLE,
                  DESCRIPTION,
                  fields(ModelFields.confidence()),
                  "roboflow_core/roboflow_keypoint_detection_model@v2"),
              Kind.KEYPOINT_DETECTION_PREDICTION),
          Task.KEYPOINT_DETECTION);
    }
  }

  /** Version 3. */
  public static final class V3 extends ModelType {
    public V3() {
      super(
          outputs(
              manifest(
                  TITLE,
                  DESCRIPTION,
                  fields(ModelFields.confidenceMode("default", "custom")),
                  "roboflow_core/roboflow_keypoint_detection_model@v3"),
              Kind.KEYPOINT_DETECTION_PREDICTION),
          Task.KEYPOINT_DETECTION);
    }
  }
}
