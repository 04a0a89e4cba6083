package io.sightline.workflow.blocks.fusion;

import io.sightline.workflow.block.Field;
import io.sightline.workflow.block.Forms;
import io.sightline.workflow.block.Kind;
import java.util.List;

/** What a consensus is told. */
final class ConsensusFields {
  private ConsensusFields() {}

  static List<Field> all() {
    return List.of(
        Field.required(
                "predictions_batches",
                "What each model has found on the same picture.",
                Forms.list(
                    1,
                    Forms.reference(
                        Kind.OBJECT_DETECTION_PREDICTION,
                        Kind.INSTANCE_SEGMENTATION_PREDICTION,
                        Kind.KEYPOINT_DETECTION_PREDICTION)))
            .alias("predictions"),
        Field.required(
            "required_votes",
            "Models that must have found an object.",
            Forms.positiveNumber(),
            Forms.reference(Kind.INTEGER)),
        Field.optional(
            "class_aware",
            true,
            "Whether they must agree in its class.",
            Forms.flag(),
            Forms.reference(Kind.BOOLEAN)),
        Field.fraction(
            "iou_threshold",
            0.3,
            "Intersection over union above which two detections are of one object."),
        Field.fraction("confidence", 0.0, "Lowest confidence of what they agree on."),
        Field.optional(
            "classes_to_consider",
            null,
            "The classes that count; null for all.",
            Forms.list(0, Forms.text()),
            Forms.nothing(),
            Forms.reference(Kind.LIST_OF_VALUES)),
        Field.optional(
            "required_objects",
            null,
            "How many objects must be there, or class name to how many; null for any.",
            Forms.positiveNumber(),
            Forms.map(Forms.positiveNumber()),
            Forms.nothing(),
            Forms.reference(Kind.INTEGER, Kind.DICTIONARY)),
        aggregation("presence_confidence_aggregation", "max", "How sure it is that they are."),
        aggregation(
            "detections_merge_confidence_aggregation",
            "average",
            "The confidence of what is joined, and its class: the most frequent one, or that of the"
                + " most or least sure."),
        aggregation(
            "detections_merge_coordinates_aggregation", "average", "The box of what is joined."),
        Field.optional(
            "detections_merge_mask_aggregation",
            "union",
            "The mask of what is joined; its box is put around it.",
            Forms.oneOf(MaskAggregation.NAMES)));
  }

  private static Field aggregation(String name, String defaultValue, String description) {
    return Field.optional(name, defaultValue, description, Forms.oneOf(Aggregation.NAMES));
  }
}
