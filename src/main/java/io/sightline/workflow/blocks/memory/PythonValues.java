package io.sightline.workflow.blocks.memory;

import io.sightline.vision.Detections;
import io.sightline.workflow.block.BlockException;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Counts values and tells them apart as Python does. */
final class PythonValues {
  private PythonValues() {}

  /** How many a value counts: its elements where it has any, else 1. */
  static int length(Object value) {
    if (value instanceof Collection<?> list) {
      return list.size();
    }
    if (value instanceof Map<?, ?> map) {
      return map.size();
    }
    if (value instanceof String text) {
      return text.codePointCount(0, text.length());
    }
    return value instanceof Detections detections ? detections.size() : 1;
  }

  /**
   * What equal values have in common: 1, 1.0 and true are one.
   *
   * @throws BlockException where a value cannot be told apart, such as a list
   */
  static Object key(Object value) {
    if (value instanceof Boolean flag) {
      return flag ? 1L : 0L;
    }
    if (value instanceof Integer number) {
      return number.longValue();
    }
    if (value instanceof Double || value instanceof Float) {
      double number = ((Number) value).doubleValue();
      boolean asLong = number == Math.rint(number) && Math.abs(number) < 1L << 62;
      return asLong ? (Object) (long) number : (Object) number;
    }
    if (value instanceof List<?> || value instanceof Map<?, ?> || value instanceof Detections) {
      throw new BlockException("unhashable type: '%s'".formatted(PythonTypes.name(value)));
    }
    return value;
  }
}
