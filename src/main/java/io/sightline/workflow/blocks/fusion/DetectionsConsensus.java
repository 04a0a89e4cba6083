package io.sightline.workflow.blocks.fusion;

import io.sightline.vision.Detection;
import io.sightline.vision.Detections;
import io.sightline.workflow.block.Block;
import io.sightline.workflow.block.BlockException;
import io.sightline.workflow.block.BlockResult;
import io.sightline.workflow.block.DeclaredType;
import io.sightline.workflow.block.Kind;
import io.sightline.workflow.block.Manifest;
import io.sightline.workflow.block.StepInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What several models agree on. */
final class DetectionsConsensus implements Block {
  /** Version 1. */
  public static final class V1 extends DeclaredType {
    private static final Manifest MANIFEST =
        Manifest.of("roboflow_core/detections_consensus@v1", "DetectionsConsensus")
            .described(
                "Detections Consensus",
                "fusion",
                "Joins what several models have found on the same picture and enough of them agree"
                    + " on, and tells whether the objects that are required are there.")
            .remark("of 5000 detections at most; also of detections that name no parent's place")
            .fields(ConsensusFields.all())
            .output(
                "predictions",
                Kind.OBJECT_DETECTION_PREDICTION,
                Kind.INSTANCE_SEGMENTATION_PREDICTION)
            .output("object_present", Kind.BOOLEAN, Kind.DICTIONARY)
            .output("presence_confidence", Kind.FLOAT_ZERO_TO_ONE, Kind.DICTIONARY)
            .batch("predictions_batches")
            .build();

    public V1() {
      super(MANIFEST, context -> new DetectionsConsensus());
    }
  }

  @Override
  public BlockResult run(StepInput input) {
    List<Detections> all = new ArrayList<>();
    input.list("predictions_batches").forEach(source -> all.add((Detections) source));
    List<Detections> filled = all.stream().filter(source -> !source.isEmpty()).toList();
    if (filled.isEmpty()) {
      return BlockResult.of(new Detections(List.of(), 0, 0), false, Map.of());
    }
    checkParents(filled);
    List<List<Detection>> sources = new ArrayList<>();
    all.forEach(source -> sources.add(considered(source, input.value("classes_to_consider"))));
    boolean classAware = input.flag("class_aware");
    Consensus.Rules rules =
        new Consensus.Rules(
            input.wholeNumber("required_votes"),
            classAware,
            input.number("iou_threshold"),
            input.number("confidence"),
            Aggregation.named(input.text("detections_merge_confidence_aggregation")),
            Aggregation.named(input.text("detections_merge_coordinates_aggregation")),
            MaskAggregation.named(input.text("detections_merge_mask_aggregation")));
    List<Detection> agreed = new Consensus(rules, sources).find();
    Presence presence =
        Presence.of(
            agreed,
            input.value("required_objects"),
            classAware,
            Aggregation.named(input.text("presence_confidence_aggregation")));
    return BlockResult.of(filled.get(0).with(agreed), presence.present(), presence.confidence());
  }

  private static void checkParents(List<Detections> filled) {
    String parent = filled.get(0).items().get(0).parent().id();
    for (Detections source : filled) {
      for (Detection detection : source) {
        if (!detection.parent().id().equals(parent)) {
          throw new BlockException(
              "Missmatch in predictions - while executing consensus step, in equivalent batches,"
                  + " detections are assigned different parent identifiers, whereas consensus can"
                  + " only be applied for predictions made against the same input.");
        }
      }
    }
  }

  private static List<Detection> considered(Detections source, Object classes) {
    return classes instanceof List<?> names && !names.isEmpty()
        ? source.items().stream().filter(d -> names.contains(d.className())).toList()
        : source.items();
  }
}
