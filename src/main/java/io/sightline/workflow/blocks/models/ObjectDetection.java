package io.sightline.workflow.blocks.models;

import io.sightline.model.DetectionOptions;
import io.sightline.model.ModelException;
import io.sightline.model.ModelStore;
import io.sightline.vision.Detections;
import io.sightline.vision.Image;
import io.sightline.workflow.block.Block;
import io.sightline.workflow.block.BlockContext;
import io.sightline.workflow.block.BlockException;
import io.sightline.workflow.block.BlockResult;
import io.sightline.workflow.block.StepInput;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** A detector at work for one step. */
final class ObjectDetection implements Block {
  private final Function<String, Detector> detectors;
  private final ToDoubleFunction<StepInput> confidence;
  private final boolean answersModelId;
  private List<?> filterNames;
  private Set<String> filter;

  /**
   * @param detectors finds the detector of a model's id
   * @param confidence reads the least score of a frame
   * @param answersModelId true for versions that answer with the model's id, too
   */
  ObjectDetection(
      Function<String, Detector> detectors,
      ToDoubleFunction<StepInput> confidence,
      boolean answersModelId) {
    this.detectors = detectors;
    this.confidence = confidence;
    this.answersModelId = answersModelId;
  }

  /** A block on the server's models; the one that the document names is looked up at once. */
  static ObjectDetection create(
      BlockContext context, ToDoubleFunction<StepInput> confidence, boolean answersModelId) {
    ModelStore store = context.resource(ModelStore.class);
    if (context.constant("model_id") instanceof String id) {
      find(store, id);
    }
    return new ObjectDetection(id -> find(store, id), confidence, answersModelId);
  }

  private static Detector find(ModelStore store, String id) {
    try {
      return store.get(id)::detect;
    } catch (ModelException e) {
      throw new BlockException(
          "ModelNotFound", e.getMessage(), "workflow_execution | model_loading", e);
    }
  }

  @Override
  public BlockResult run(StepInput input) {
    Image image = input.image("images");
    String id = input.text("model_id");
    Detector detector = detectors.apply(id);
    DetectionOptions options = options(input);
    Detections detections = detector.detect(image, options, input::addInferenceNanos);
    String inference = inferenceId();
    return answersModelId
        ? BlockResult.of(inference, detections, id)
        : BlockResult.of(inference, detections);
  }

  private DetectionOptions options(StepInput input) {
    return new DetectionOptions(
        (float) confidence.applyAsDouble(input),
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

  /** A random UUID without the lock of the secure generator: it names, it does not protect. */
  private static String inferenceId() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    long high = random.nextLong() & ~0xf000L | 0x4000L;
    long low = random.nextLong() & ~(3L << 62) | 1L << 63;
    return new UUID(high, low).toString();
  }
}
