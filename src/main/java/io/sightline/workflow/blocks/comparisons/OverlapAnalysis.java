package io.sightline.workflow.blocks.comparisons;

import io.sightline.vision.BoundingBox;
import io.sightline.vision.Detection;
import io.sightline.vision.Detections;
import io.sightline.workflow.block.Block;
import io.sightline.workflow.block.BlockException;
import io.sightline.workflow.block.BlockResult;
import io.sightline.workflow.block.DeclaredType;
import io.sightline.workflow.block.Field;
import io.sightline.workflow.block.Kind;
import io.sightline.workflow.block.Manifest;
import io.sightline.workflow.block.StepInput;
import io.sightline.workflow.blocks.Pairs;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells which part of each object is covered by which other one. */
final class OverlapAnalysis implements Block {
  private static final int MAX_RECORDS = 100_000;

  /** Version 1. */
  public static final class V1 extends DeclaredType {
    private static final Manifest MANIFEST =
        Manifest.of("roboflow_core/overlap_analysis@v1", "OverlapAnalysis")
            .described(
                "Overlap Analysis",
                "fusion",
                "Measures how much of each object of one set each object of another covers.")
            .field(
                ComparisonFields.detections(
                    "reference_predictions",
                    "The objects that are covered, whose area is the whole.",
                    ComparisonFields.DETECTIONS))
            .field(
                ComparisonFields.detections(
                    "candidate_predictions",
                    "The objects that cover them.",
                    ComparisonFields.DETECTIONS))
            .field(Field.fraction("min_overlap", 0.1, "Least part that is told."))
            .output("overlaps", Kind.DETECTIONS_OVERLAPS)
            .build();

    public V1() {
      super(MANIFEST, context -> new OverlapAnalysis());
    }
  }

  @Override
  public BlockResult run(StepInput input) {
    Detections references = input.detections("reference_predictions");
    Detections candidates = input.detections("candidate_predictions");
    double least = input.number("min_overlap");
    Pairs.check(references.size(), candidates.size());
    Outline[] covering = new Outline[candidates.size()];
    List<Object> records = new ArrayList<>();
    for (Detection reference : references) {
      Outline whole = null;
      for (int j = 0; j < covering.length; j++) {
        Detection candidate = candidates.items().get(j);
        if (!touch(reference.box(), candidate.box())) {
          continue;
        }
        whole = whole == null ? Outline.of(reference) : whole;
        covering[j] = covering[j] == null ? Outline.of(candidate) : covering[j];
        double ratio = whole.area() > 0 ? whole.shared(covering[j]) / whole.area() : -1;
        if (ratio >= Math.max(0, least)) {
          records.add(told(reference, candidate, ratio));
        }
      }
      if (records.size() > MAX_RECORDS) {
        throw new BlockException(
            "more than %d pairs overlap by at least %s".formatted(MAX_RECORDS, least));
      }
    }
    return BlockResult.of(records);
  }

  private static boolean touch(BoundingBox a, BoundingBox b) {
    return Math.min(a.x2(), b.x2()) > Math.max(a.x1(), b.x1())
        && Math.min(a.y2(), b.y2()) > Math.max(a.y1(), b.y1());
  }

  private static Map<String, Object> told(Detection reference, Detection candidate, double ratio) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("reference_class", reference.className());
    told.put("reference_confidence", reference.confidence());
    told.put("candidate_class", candidate.className());
    told.put("candidate_confidence", candidate.confidence());
    told.put("overlap_ratio", ratio);
    told.put("reference_detection_id", reference.id());
    told.put("candidate_detection_id", candidate.id());
    return told;
  }
}
