package io.sightline.workflow.blocks.fusion;

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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Gives detections the classes that another model has found on their crops. */
final class DetectionsClassesReplacement implements Block {
  private static final String DETECTIONS = "object_detection_predictions";
  private static final String CLASSES = "classification_predictions";
  private static final Detections NONE = new Detections(List.of(), 0, 0);

  /** Version 1. */
  public static final class V1 extends DeclaredType {
    private static final Kind[] KINDS = {
      Kind.OBJECT_DETECTION_PREDICTION,
      Kind.INSTANCE_SEGMENTATION_PREDICTION,
      Kind.KEYPOINT_DETECTION_PREDICTION
    };
    private static final Manifest MANIFEST =
        Manifest.of(
                "roboflow_core/detections_classes_replacement@v1", "DetectionsClassesReplacement")
            .described(
                "Detections Classes Replacement",
                "fusion",
                "Gives detections the classes that a classifier, or a step that reads text, has"
                    + " found on their crops. They are new detections.")
            .field(Field.required(DETECTIONS, "The detections.", Forms.reference(KINDS)))
            .field(
                Field.required(
                    CLASSES,
                    "A class for each: classifications, which name their detection, or texts in"
                        + " the detections' order.",
                    Forms.reference(
                        Kind.CLASSIFICATION_PREDICTION, Kind.LIST_OF_VALUES, Kind.STRING)))
            .field(
                Field.optional(
                    "fallback_class_name",
                    null,
                    "The class of detections without one; null leaves them out.",
                    Forms.text(),
                    Forms.nothing(),
                    Forms.reference(Kind.STRING)))
            .field(
                Field.optional(
                    "fallback_class_id",
                    null,
                    "The number of that class.",
                    Forms.wholeNumber(),
                    Forms.nothing(),
                    Forms.reference(Kind.INTEGER)))
            .output("predictions", KINDS)
            .inputOffset(CLASSES, 1, DETECTIONS)
            .acceptsEmptyValues()
            .build();

    public V1() {
      super(MANIFEST, context -> new DetectionsClassesReplacement());
    }
  }

  @Override
  public BlockResult run(StepInput input) {
    if (input.value(DETECTIONS) == null) {
      return BlockResult.of((Object) null);
    }
    Detections detections = input.detections(DETECTIONS);
    List<?> classes = input.value(CLASSES) == null ? List.of() : input.list(CLASSES);
    LeadingClass fallback =
        LeadingClass.fallback(
            (String) input.value("fallback_class_name"), (Number) input.value("fallback_class_id"));
    Object first = classes.stream().filter(Objects::nonNull).findFirst().orElse(null);
    if (classes.isEmpty()) {
      return BlockResult.of(NONE);
    }
    if (first instanceof String || first instanceof List<?>) {
      return BlockResult.of(byPlace(detections, classes, fallback));
    }
    return BlockResult.of(byName(detections, classes, fallback));
  }

  /** The first text is the first detection's class. */
  private static Detections byPlace(Detections detections, List<?> classes, LeadingClass fallback) {
    List<Detection> replaced = new ArrayList<>(detections.size());
    int place = 0;
    for (Detection detection : detections) {
      Object given = place < classes.size() ? classes.get(place) : null;
      place++;
      replace(detection, given == null ? fallback : LeadingClass.of(given, fallback), replaced);
    }
    return detections.with(replaced);
  }

  /** Each classification names the detection that its crop was cut for. */
  private static Detections byName(Detections detections, List<?> classes, LeadingClass fallback) {
    if (classes.stream().allMatch(DetectionsClassesReplacement::saysNothing)) {
      return NONE;
    }
    Map<String, LeadingClass> byDetection = new HashMap<>();
    for (Object given : classes) {
      if (given instanceof Map<?, ?> map) {
        if (!(map.get("parent_id") instanceof String parent)) {
          throw new BlockException("a classification does not name its detection in 'parent_id'");
        }
        byDetection.put(parent, LeadingClass.of(map, fallback));
      }
    }
    List<Detection> replaced = new ArrayList<>(detections.size());
    detections.forEach(d -> replace(d, byDetection.get(d.id()), replaced));
    return detections.with(replaced);
  }

  private static boolean saysNothing(Object given) {
    if (given == null) {
      return true;
    }
    if (!(given instanceof Map<?, ?> map)) {
      throw new BlockException(
          CLASSES + " must be classifications, strings or lists of strings, not " + given);
    }
    Object top = map.get("top");
    boolean noTop = map.containsKey("top") && (top == null || "".equals(top));
    return noTop || !map.containsKey("predictions");
  }

  private static void replace(Detection d, LeadingClass by, List<Detection> replaced) {
    if (by != null) {
      replaced.add(
          new Detection(
              d.box(),
              by.confidence(),
              by.id(),
              by.name(),
              UUID.randomUUID().toString(),
              d.trackerId(),
              d.parent(),
              d.root(),
              d.attributes()));
    }
  }
}
