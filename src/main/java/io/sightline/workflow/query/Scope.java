package io.sightline.workflow.query;

import io.sightline.vision.Detections;
import io.sightline.workflow.block.RunLimits;
import java.util.Map;

/**
 * What holds during one evaluation.
 *
 * @param names values that a statement or a block has named
 * @param budget what the whole evaluation may still spend
 * @param around the detections that are gone through one by one; null outside of that
 */
record Scope(Map<String, Object> names, Budget budget, Detections around) {
  static Scope of(Map<String, Object> names, RunLimits limits) {
    return new Scope(names, new Budget(limits.evaluation()), null);
  }

  /** For one of these detections, under other names. */
  Scope inside(Detections detections, Map<String, Object> others) {
    return new Scope(others, budget, detections);
  }
}
