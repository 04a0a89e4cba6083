package io.sightline.workflow.executor;

import java.util.List;
import java.util.Map;

/**
 * What a run gave.
 *
 * @param outputs for each image, output name to value in the definition's order; nested batches are
 *     lists
 * @param failures in the order in which the steps ran
 * @param inferenceNanos time inside models, nanoseconds
 */
public record ExecutionResult(
    List<Map<String, Object>> outputs, List<StepFailure> failures, long inferenceNanos) {}
