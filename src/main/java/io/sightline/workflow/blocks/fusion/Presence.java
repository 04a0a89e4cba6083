package io.sightline.workflow.blocks.fusion;

import io.sightline.vision.Detection;
import io.sightline.workflow.block.BlockException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether as many objects are there as are required, and how sure that is.
 *
 * @param confidence class name, or any_object, to confidence; empty where they are not there
 */
record Presence(boolean present, Map<String, Double> confidence) {
  private static final Presence ABSENT = new Presence(false, Map.of());

  /**
   * @param required how many objects, or class name to how many objects, or null for any
   */
  static Presence of(
      List<Detection> agreed, Object required, boolean classAware, Aggregation aggregation) {
    if (agreed.isEmpty()) {
      return ABSENT;
    }
    Map<String, List<Double>> classes = new LinkedHashMap<>();
    for (Detection one : agreed) {
      String name = classAware ? one.className() : "any_object";
      classes.computeIfAbsent(name, c -> new ArrayList<>()).add(one.confidence());
    }
    if (required instanceof Map<?, ?> counts && classAware) {
      for (Map.Entry<?, ?> count : counts.entrySet()) {
        List<Double> found = classes.getOrDefault(String.valueOf(count.getKey()), List.of());
        if (found.isEmpty() || found.size() < count(count.getValue())) {
          return ABSENT;
        }
      }
    } else if (agreed.size() < sum(required)) {
      return ABSENT;
    }
    Map<String, Double> confidence = new LinkedHashMap<>();
    classes.forEach((name, values) -> confidence.put(name, aggregation.of(values)));
    return new Presence(true, confidence);
  }

  private static double sum(Object required) {
    return required instanceof Map<?, ?> counts
        ? counts.values().stream().mapToDouble(Presence::count).sum()
        : count(required);
  }

  private static double count(Object value) {
    if (value == null) {
      return 0;
    }
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    throw new BlockException("required_objects must be numbers, not " + value);
  }
}
