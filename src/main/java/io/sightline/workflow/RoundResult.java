package io.sightline.workflow;

import java.util.List;
import java.util.Map;

/**
 * What frames of several videos gave that went through a workflow together.
 *
 * @param outputs for each frame as in {@link WorkflowResult}
 * @param errors one line for each step that failed: its name and the reason
 * @param inferenceNanos time inside models, nanoseconds
 */
public record RoundResult(
    List<Map<String, Object>> outputs, List<String> errors, long inferenceNanos) {}
