package io.sightline.workflow.blocks.comparisons;

import io.sightline.vision.Detection;
import io.sightline.vision.Detections;
import io.sightline.workflow.block.Block;
import io.sightline.workflow.block.BlockResult;
import io.sightline.workflow.block.DeclaredType;
import io.sightline.workflow.block.Field;
import io.sightline.workflow.block.Forms;
import io.sightline.workflow.block.Kind;
import io.sightline.workflow.block.Manifest;
import io.sightline.workflow.block.StepInput;
import io.sightline.workflow.blocks.Pairs;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Tells which objects went, which stayed and which came between two pictures of a scene. */
final class DetectionsDifference implements Block {
  /** Version 1. */
  public static final class V1 extends DeclaredType {
    private static final Manifest MANIFEST =
        Manifest.of("roboflow_core/detections_difference@v1", "DetectionsDifference")
            .described(
                "Detections Difference",
                "fusion",
                "Tells which objects went, stayed and came between two pictures of a scene.")
            .field(
                ComparisonFields.detections(
                    "reference_predictions",
                    "The objects before.",
                    Kind.OBJECT_DETECTION_PREDICTION))
            .field(
                ComparisonFields.detections(
                    "candidate_predictions",
                    "The objects after.",
                    Kind.OBJECT_DETECTION_PREDICTION))
            .field(Field.fraction("spatial_weight", 0.4, "Factor on the part of place and size."))
            .field(
                ComparisonFields.cost(
                    "class_mismatch_penalty", 0.15, "Added where the classes differ."))
            .field(
                ComparisonFields.cost(
                    "reject_cost", 0.75, "Objects that are more unlike are not the same."))
            .field(
                Field.optional(
                    "class_strict",
                    false,
                    "Whether objects of different classes are never the same.",
                    Forms.flag(),
                    Forms.reference(Kind.BOOLEAN)))
            .field(
                Field.optional(
                    "min_removed_to_verify",
                    1,
                    "How many must be gone for verified to be true.",
                    Forms.positiveNumber(),
                    Forms.reference(Kind.INTEGER)))
            .output("removed_detections", Kind.OBJECT_DETECTION_PREDICTION)
            .output("persisted_detections", Kind.OBJECT_DETECTION_PREDICTION)
            .output("new_detections", Kind.OBJECT_DETECTION_PREDICTION)
            .output("removed_count", Kind.INTEGER)
            .output("new_count", Kind.INTEGER)
            .output("verified", Kind.BOOLEAN)
            .build();

    public V1() {
      super(MANIFEST, context -> new DetectionsDifference());
    }
  }

  @Override
  public BlockResult run(StepInput input) {
    Detections before = input.detections("reference_predictions");
    Detections after = input.detections("candidate_predictions");
    Pairs.check(before.size(), after.size());
    MatchingCosts costs =
        new MatchingCosts(
            input.number("spatial_weight"),
            input.number("class_mismatch_penalty"),
            input.flag("class_strict"));
    BitSet stayed = new BitSet();
    BitSet known = new BitSet();
    for (MatchingCosts.Match match : costs.matches(before, after, input.number("reject_cost"))) {
      stayed.set(match.before());
      known.set(match.after());
    }
    Detections removed = part(before, stayed, false);
    Detections added = part(after, known, false);
    boolean verified =
        !before.isEmpty() && removed.size() >= input.wholeNumber("min_removed_to_verify");
    return BlockResult.of(
        removed, part(after, known, true), added, removed.size(), added.size(), verified);
  }

  private static Detections part(Detections all, BitSet chosen, boolean those) {
    List<Detection> part = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if (chosen.get(i) == those) {
        part.add(all.items().get(i));
      }
    }
    return all.with(part);
  }
}
