package io.sightline.workflow;

import java.util.List;
import java.util.Map;

/**
 * What one frame gave.
 *
 * @param outputs output name to value, in the definition's order: {@code Image}, {@code
 *     Detections}, numbers, strings, lists, maps or null
 * @param errors one line for each step that failed: its name and the reason
 * @param inferenceNanos time inside models, nanoseconds
 */
public record WorkflowResult(
    Map<String, Object> outputs, List<String> errors, long inferenceNanos) {}
