package io.sightline.workflow.blocks.models;

import io.sightline.workflow.block.Block;
import io.sightline.workflow.block.BlockContext;
import io.sightline.workflow.block.BlockType;
import io.sightline.workflow.block.Kind;
import io.sightline.workflow.block.Manifest;
import java.util.List;

/** Object detection, version 2. */
public final class ObjectDetectionV2 implements BlockType {
  private static final Manifest MANIFEST =
      DetectionFields.manifest(
              List.of(DetectionFields.confidence()),
              "roboflow_core/roboflow_object_detection_model@v2")
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
    return ObjectDetection.create(context, input -> input.number("confidence"), true);
  }
}
