package io.sightline.model;

import java.util.Set;

/**
 * How to filter what a detector found.
 *
 * @param confidence least score, 0 to 1
 * @param iouThreshold boxes of a class that overlap more are suppressed, 0 to 1
 * @param maxDetections upper bound of the answer
 * @param classAgnostic suppress across classes
 * @param classFilter names to keep, null keeps all
 */
public record DetectionOptions(
    float confidence,
    float iouThreshold,
    int maxDetections,
    boolean classAgnostic,
    Set<String> classFilter) {}
