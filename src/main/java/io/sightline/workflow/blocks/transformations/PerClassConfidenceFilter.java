package io.sightline.workflow.blocks.transformations;

import io.sightline.vision.Detection;
import io.sightline.vision.Detections;
import io.sightline.workflow.block.Block;
import io.sightline.workflow.block.BlockException;
import io.sightline.workflow.block.BlockResult;
import io.sightline.workflow.block.DeclaredType;
import io.sightline.workflow.block.Field;
import io.sightline.workflow.block.Forms;
import io.sightline.workflow.block.Kind;
import io.sightline.workflow.block.Manifest;
import io.sightline.workflow.block.StepInput;
import java.util.List;
import java.util.Map;

/** Keeps the detections that are as sure as their class demands. */
final class PerClassConfidenceFilter implements Block {
  /** Version 1. */
  public static final class V1 extends DeclaredType {
    private static final Manifest MANIFEST =
        Manifest.of("roboflow_core/per_class_confidence_filter@v1")
            .described(
                "Per-Class Confidence Filter",
                "transformation",
                "Keeps the detections whose confidence reaches the threshold of their class.")
            .field(TransformationFields.predictions("The detections to filter."))
            .field(
                Field.required(
                    "class_thresholds",
                    "Class name to lowest confidence.",
                    Forms.map(Forms.number()),
                    Forms.reference(Kind.DICTIONARY)))
            .field(
                Field.optional(
                    "default_threshold",
                    0.3,
                    "Lowest confidence of all other classes.",
                    Forms.number(),
                    Forms.reference(Kind.FLOAT_ZERO_TO_ONE)))
            .output("predictions", TransformationFields.DETECTIONS)
            .batch("predictions")
            .build();

    public V1() {
      super(MANIFEST, context -> new PerClassConfidenceFilter());
    }
  }

  @Override
  public BlockResult run(StepInput input) {
    Detections detections = input.detections("predictions");
    double others = input.number("default_threshold");
    Map<?, ?> thresholds =
        input.value("class_thresholds") instanceof Map<?, ?> map ? map : Map.of();
    List<Detection> kept =
        detections.items().stream()
            .filter(d -> d.confidence() >= threshold(thresholds.get(d.className()), others))
            .toList();
    return BlockResult.of(kept.size() == detections.size() ? detections : detections.with(kept));
  }

  private static double threshold(Object value, double others) {
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    if (value instanceof Boolean flag) {
      return flag ? 1 : 0;
    }
    if (value == null) {
      return others;
    }
    try {
      return Double.parseDouble(value.toString().strip());
    } catch (NumberFormatException e) {
      throw new BlockException("could not convert string to float: '%s'".formatted(value));
    }
  }
}
