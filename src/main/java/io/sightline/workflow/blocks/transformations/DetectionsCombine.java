package io.sightline.workflow.blocks.transformations;

import io.sightline.vision.DetectionsUnion;
import io.sightline.workflow.block.Block;
import io.sightline.workflow.block.BlockResult;
import io.sightline.workflow.block.DeclaredType;
import io.sightline.workflow.block.Field;
import io.sightline.workflow.block.Forms;
import io.sightline.workflow.block.Kind;
import io.sightline.workflow.block.Manifest;
import io.sightline.workflow.block.StepInput;
import java.util.List;

/** The detections of two finders as those of one. */
final class DetectionsCombine implements Block {
  private static final Kind[] KINDS = {
    Kind.OBJECT_DETECTION_PREDICTION, Kind.INSTANCE_SEGMENTATION_PREDICTION
  };

  /** Version 1. */
  public static final class V1 extends DeclaredType {
    private static final Manifest MANIFEST =
        Manifest.of("roboflow_core/detections_combine@v1")
            .described(
                "Detections Combine",
                "transformation",
                "The detections of two finders as those of one, the first one's first.")
            .field(Field.required("prediction_one", "Some.", Forms.reference(KINDS)))
            .field(Field.required("prediction_two", "Others.", Forms.reference(KINDS)))
            .output("predictions", KINDS)
            .build();

    public V1() {
      super(MANIFEST, context -> new DetectionsCombine());
    }
  }

  @Override
  public BlockResult run(StepInput input) {
    return BlockResult.of(
        DetectionsUnion.of(
            List.of(input.detections("prediction_one"), input.detections("prediction_two"))));
  }
}
