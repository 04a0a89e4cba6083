package io.sightline.workflow.blocks.models;

import io.sightline.model.Task;
import io.sightline.workflow.block.Field;
import io.sightline.workflow.block.Kind;
import java.util.List;

/** Instance segmentation. */
final class InstanceSegmentation {
  private static final String TITLE = "Instance Segmentation Model";
  private static final String DESCRIPTION =
      "Finds objects of the model's classes and answers with their boxes and outlines.";

  private InstanceSegmentation() {}

  private static List<List<Field>> fields(List<Field> confidence) {
    return List.of(
        confidence,
        ModelFields.suppression(),
        ModelFields.masks(),
        ModelFields.activeLearning(),
        List.of(ModelFields.denseMasks()));
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
                  "roboflow_core/roboflow_instance_segmentation_model@v1",
                  "RoboflowInstanceSegmentationModel",
                  "InstanceSegmentationModel"),
              Kind.INSTANCE_SEGMENTATION_PREDICTION),
          Task.INSTANCE_SEGMENTATION);
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
                  "roboflow_core/roboflow_instance_segmentation_model@v2"),
              Kind.INSTANCE_SEGMENTATION_PREDICTION),
          Task.INSTANCE_SEGMENTATION);
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
                  "roboflow_core/roboflow_instance_segmentation_model@v3"),
              Kind.INSTANCE_SEGMENTATION_PREDICTION),
          Task.INSTANCE_SEGMENTATION);
    }
  }

  /** Version 4. */
  public static final class V4 extends ModelType {
    public V4() {
      super(
          outputs(
              manifest(
                  TITLE,
                  DESCRIPTION,
                  List.of(
                      ModelFields.confidenceMode("best", "default", "custom"),
                      ModelFields.suppression(),
                      ModelFields.masks(),
                      ModelFields.activeLearning()),
                  "roboflow_core/roboflow_instance_segmentation_model@v4"),
              Kind.RLE_INSTANCE_SEGMENTATION_PREDICTION,
              Kind.INSTANCE_SEGMENTATION_PREDICTION),
          Task.INSTANCE_SEGMENTATION);
    }
  }
}
