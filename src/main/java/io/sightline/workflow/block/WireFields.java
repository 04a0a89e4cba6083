package io.sightline.workflow.block;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The fields of detections in their wire form, each checked for what it has to be.
 *
 * @param parameter the value's name in errors
 */
record WireFields(String parameter) {
  private static final Pattern WHOLE = Pattern.compile("\\s*[+-]?\\d{1,9}\\s*");

  Map<?, ?> object(Object value) {
    if (value instanceof Map<?, ?> map) {
      return map;
    }
    throw wrong("declared to hold detections, but a prediction is no dictionary.");
  }

  void require(Map<?, ?> map, String key) {
    if (!map.containsKey(key)) {
      throw wrong("declared to hold detections, but a prediction misses '" + key + "'.");
    }
  }

  double number(Map<?, ?> map, String key) {
    require(map, key);
    if (map.get(key) instanceof Number n) {
      return n.doubleValue();
    }
    throw wrong("declared to hold detections, but '" + key + "' is no number.");
  }

  /** A whole number, also one written as a text; parts of one are cut off. */
  int whole(Map<?, ?> map, String key) {
    if (map.get(key) instanceof String text && WHOLE.matcher(text).matches()) {
      return Integer.parseInt(text.strip());
    }
    return (int) number(map, key);
  }

  /** A text; whole numbers and nothing become the text that Python prints. */
  String text(Map<?, ?> map, String key) {
    require(map, key);
    Object value = map.get(key);
    if (value instanceof String || value instanceof Integer || value instanceof Long) {
      return value.toString();
    }
    if (value == null) {
      return "None";
    }
    throw wrong("declared to hold detections, but '" + key + "' is no string.");
  }

  double[] numbers(Object value, String key, int count) {
    if (value instanceof List<?> list
        && list.size() == count
        && list.stream().allMatch(Number.class::isInstance)) {
      return list.stream().mapToDouble(n -> ((Number) n).doubleValue()).toArray();
    }
    throw wrong(
        "declared to hold detections, but '%s' is no list of %d numbers.".formatted(key, count));
  }

  BlockException wrong(String reason) {
    return new BlockException(
        "RuntimeInputError",
        "Detected runtime parameter `" + parameter + "` " + reason,
        "workflow_execution | runtime_input_validation",
        null);
  }
}
