package io.sightline.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a model answers with. */
public enum Task {
  /** Boxes. */
  OBJECT_DETECTION,
  /** Boxes, each with the pixels of its object. */
  INSTANCE_SEGMENTATION,
  /** Boxes, each with the named places of its object. */
  KEYPOINT_DETECTION,
  /** One class for the picture: the scores of all add up to 1. */
  CLASSIFICATION,
  /** Any number of classes for the picture: each score stands for itself. */
  MULTI_LABEL_CLASSIFICATION;

  /** Ultralytics' words in the metadata of a model. */
  private static final Map<String, Task> ULTRALYTICS =
      Map.of(
          "detect", OBJECT_DETECTION,
          "segment", INSTANCE_SEGMENTATION,
          "pose", KEYPOINT_DETECTION,
          "classify", CLASSIFICATION);

  /** As documents and messages write it, such as object-detection. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** True where the answer is {@link io.sightline.vision.Detections}. */
  public boolean findsObjects() {
    return ordinal() <= KEYPOINT_DETECTION.ordinal();
  }

  /**
   * The task of a name, Roboflow's or Ultralytics'; empty for null.
   *
   * @throws ModelException where there is no such task
   */
  static Optional<Task> named(String name) {
    if (name == null) {
      return Optional.empty();
    }
    Task task = ULTRALYTICS.get(name);
    return task != null
        ? Optional.of(task)
        : Optional.of(
            Arrays.stream(values())
                .filter(t -> t.text().equals(name))
                .findFirst()
                .orElseThrow(
                    () ->
                        new ModelException(
                            "no model for the task '%s' runs here; known: %s"
                                .formatted(
                                    name, Arrays.stream(values()).map(Task::text).toList()))));
  }
}
