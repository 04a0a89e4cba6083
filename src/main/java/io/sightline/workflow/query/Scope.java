package io.sightline.workflow.query;

import java.util.Map;

/**
 * What holds during one evaluation.
 *
 * @param names values that a statement or a block has named
 * @param budget what the whole evaluation may still spend
 */
record Scope(Map<String, Object> names, Budget budget) {
  static Scope of(Map<String, Object> names) {
    return new Scope(names, new Budget());
  }

  /** Other names, the same budget. */
  Scope with(Map<String, Object> others) {
    return new Scope(others, budget);
  }
}
