package io.sightline.workflow.blocks.models;

import io.sightline.model.Task;
import io.sightline.workflow.block.Field;
import io.sightline.workflow.block.Forms;
import io.sightline.workflow.block.Kind;
import java.util.List;

/** Object detection. */
final class ObjectDetection {
  private static final String TITLE = "Object Detection Model";
  private static final String DESCRIPTION =
      "Finds objects of the model's classes and answers with their boxes.";

  private ObjectDetection() {}

  private static List<List<Field>> fields(List<Field> confidence) {
    return List.of(
        confidence, ModelFields.suppression(Forms.nothing()), ModelFields.activeLearning());
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
                  "roboflow_core/roboflow_object_detection_model@v1",
                  "RoboflowObjectDetectionModel",
                  "ObjectDetectionModel"),
              Kind.OBJECT_DETECTION_PREDICTION),
          Task.OBJECT_DETECTION);
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
                  "roboflow_core/roboflow_object_detection_model@v2"),
              Kind.OBJECT_DETECTION_PREDICTION),
          Task.OBJECT_DETECTION);
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
                  fields(ModelFields.confidenceMode("best", "default", "custom")),
                  "roboflow_core/roboflow_object_detection_model@v3"),
              Kind.OBJECT_DETECTION_PREDICTION),
          Task.OBJECT_DETECTION);
    }
  }
}
