package io.sightline.workflow.blocks.models;

import io.sightline.model.DetectionOptions;
import io.sightline.vision.Attribute;
import io.sightline.vision.Detection;
import io.sightline.vision.Detections;
import io.sightline.vision.Keypoint;
import io.sightline.workflow.block.Block;
import io.sightline.workflow.block.BlockResult;
import io.sightline.workflow.block.StepInput;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A model that finds objects at work for one step. */
final class DetectionStep implements Block {
  private final Detector detector;
  private final boolean answersModelId;
  private List<?> filterNames;
  private Set<String> filter;

  /**
   * @param answersModelId true for versions that answer with the model's id, too
   */
  DetectionStep(Detector detector, boolean answersModelId) {
    this.detector = detector;
    this.answersModelId = answersModelId;
  }

  @Override
  public BlockResult run(StepInput input) {
    String id = input.text("model_id");
    Detections found =
        detector.detect(id, input.image("images"), options(input), input::addInferenceNanos);
    if (input.has("keypoint_confidence")) {
      found = visible(found, input.number("keypoint_confidence"));
    }
    String inference = InferenceIds.next();
    return answersModelId ? BlockResult.of(inference, found, id) : BlockResult.of(inference, found);
  }

  private DetectionOptions options(StepInput input) {
    return new DetectionOptions(
        (float) ModelFields.confidence(input),
        (float) input.number("iou_threshold"),
        input.wholeNumber("max_detections"),
        Boolean.TRUE.equals(input.value("class_agnostic_nms")),
        filter(input.value("class_filter")));
  }

  private Set<String> filter(Object names) {
    if (names == null) {
      return null;
    }
    List<?> list = (List<?>) names;
    if (list != filterNames) {
      Set<String> set = new HashSet<>();
      list.forEach(name -> set.add(String.valueOf(name)));
      filter = Set.copyOf(set);
      filterNames = list;
    }
    return filter;
  }

  /** Leaves out the key points below the threshold. */
  private static Detections visible(Detections found, double threshold) {
    if (threshold <= 0 || found.isEmpty()) {
      return found;
    }
    List<Detection> kept =
        found.items().stream()
            .map(
                d ->
                    d.with(
                        Attribute.KEYPOINTS,
                        d.keypoints().stream().filter(k -> passes(k, threshold)).toList()))
            .toList();
    return new Detections(kept, found.imageWidth(), found.imageHeight());
  }

  private static boolean passes(Keypoint keypoint, double threshold) {
    return keypoint.confidence() >= threshold;
  }
}
