package io.sightline.workflow.query;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How often each value is there.
 *
 * @param counts by what makes values equal, in the order in which the values came first
 */
record Tally(Map<Object, Entry> counts) {
  /** A value as it came first, and its count. */
  record Entry(Object value, Object count) {}

  /**
   * Counts elements; a map, as Python's Counter takes it, brings counts itself.
   *
   * @throws IllegalArgumentException where an element is a list or a map
   */
  static Tally of(Object value, List<?> elements) {
    Map<Object, Entry> counts = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> given) {
      given.forEach((key, count) -> counts.put(key, new Entry(key, count)));
      return new Tally(counts);
    }
    for (Object element : elements) {
      Number number = Numbers.of(Comparison.hashed(element));
      counts.merge(
          number == null ? element : (Object) number.doubleValue(),
          new Entry(element, 1),
          (before, one) -> new Entry(before.value, (int) before.count + 1));
    }
    return new Tally(counts);
  }

  /**
   * The most or the least common value; among equally common ones the first counts as more common.
   *
   * @throws IllegalArgumentException where counts that were given have no order
   */
  Object common(boolean most) {
    Entry best = null;
    for (Entry entry : counts.values()) {
      if (best == null
          || (most
              ? Comparison.ordered(best.count, entry.count, "<")
              : !Comparison.ordered(best.count, entry.count, "<"))) {
        best = entry;
      }
    }
    return best == null ? null : best.value;
  }
}
