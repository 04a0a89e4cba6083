package io.sightline.model;

import java.util.Set;

/**
 * How to filter what a detector found.
 *
 * @param confidence least score, 0 to 1; a detection must be above it
 * @param iouThreshold boxes of a class that overlap more are suppressed, 0 to 1
 * @param maxDetections upper bound of the answer, at least 1
 * @param classAgnostic suppress across classes
 * @param classFilter names to keep, applied last; null or empty keeps all
 */
public record DetectionOptions(
    float confidence,
    float iouThreshold,
    int maxDetections,
    boolean classAgnostic,
    Set<String> classFilter) {

  /**
   * @throws ModelException where a number is out of its bounds
   */
  public DetectionOptions {
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new ModelException("confidence must be from 0 to 1, not " + confidence);
    }
    if (!(iouThreshold >= 0 && iouThreshold <= 1)) {
      throw new ModelException("iou_threshold must be from 0 to 1, not " + iouThreshold);
    }
    if (maxDetections < 1) {
      throw new ModelException("max_detections must be at least 1, not " + maxDetections);
    }
    classFilter = classFilter == null || classFilter.isEmpty() ? null : Set.copyOf(classFilter);
  }

  /** Whether the answer may hold detections of this class. */
  boolean keeps(String className) {
    return classFilter == null || classFilter.contains(className);
  }
}
