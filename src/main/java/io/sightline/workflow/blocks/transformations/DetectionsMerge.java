package io.sightline.workflow.blocks.transformations;

import io.sightline.vision.BoundingBox;
import io.sightline.vision.Detection;
import io.sightline.vision.Detections;
import io.sightline.vision.ImageOrigin;
import io.sightline.workflow.block.Block;
import io.sightline.workflow.block.BlockResult;
import io.sightline.workflow.block.DeclaredType;
import io.sightline.workflow.block.Field;
import io.sightline.workflow.block.Forms;
import io.sightline.workflow.block.Kind;
import io.sightline.workflow.block.Manifest;
import io.sightline.workflow.block.StepInput;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One detection around all, its confidence in 32 bits. */
final class DetectionsMerge implements Block {
  /** Version 1. */
  public static final class V1 extends DeclaredType {
    private static final Manifest MANIFEST =
        Manifest.of("roboflow_core/detections_merge@v1")
            .described(
                "Detections Merge",
                "transformation",
                "One detection around all of them, as sure as the least sure one. It does not say"
                    + " which picture it belongs to.")
            .field(TransformationFields.predictions("The detections to put a box around."))
            .field(
                Field.optional("class_name", "merged_detection", "Its class's name.", Forms.text()))
            .output("predictions", Kind.OBJECT_DETECTION_PREDICTION)
            .build();

    public V1() {
      super(MANIFEST, context -> new DetectionsMerge());
    }
  }

  @Override
  public BlockResult run(StepInput input) {
    Detections detections = input.detections("predictions");
    if (detections.isEmpty()) {
      return BlockResult.of(new Detections(List.of(), 0, 0));
    }
    BoundingBox around = detections.items().get(0).box();
    double confidence = Double.POSITIVE_INFINITY;
    for (Detection d : detections) {
      around = around.union(d.box());
      confidence = Math.min(confidence, d.confidence());
    }
    Detection merged =
        new Detection(
            around,
            (float) confidence,
            0,
            input.text("class_name"),
            UUID.randomUUID().toString(),
            null,
            ImageOrigin.NONE,
            ImageOrigin.NONE,
            Map.of());
    return BlockResult.of(new Detections(List.of(merged), 0, 0));
  }
}
