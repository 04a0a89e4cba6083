package io.sightline.workflow.blocks.memory;

import io.sightline.vision.Detections;
import io.sightline.workflow.block.BlockException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Adds up, compares and tells apart values as Python does. */
final class PythonValues {
  private PythonValues() {}

  /**
   * @throws BlockException where {@code value} is no number
   */
  static Number add(Number sum, Object value) {
    Number other = number(value, "+=");
    if (whole(sum) && whole(other)) {
      long a = sum.longValue();
      long b = other.longValue();
      long total = a + b;
      boolean overflow = ((a ^ total) & (b ^ total)) < 0;
      if (!overflow) {
        return total;
      }
    }
    return sum.doubleValue() + other.doubleValue();
  }

  static Number subtract(Object value, Object less) {
    Number a = number(value, "-");
    Number b = number(less, "-");
    return whole(a) && whole(b)
        ? (Number) (a.longValue() - b.longValue())
        : (Number) (a.doubleValue() - b.doubleValue());
  }

  private static Number number(Object value, String operator) {
    if (value instanceof Boolean flag) {
      return flag ? 1 : 0;
    }
    if (value instanceof Number number) {
      return number;
    }
    throw new BlockException(
        "unsupported operand type(s) for %s: 'int' and '%s'".formatted(operator, type(value)));
  }

  private static boolean whole(Number number) {
    return number instanceof Integer || number instanceof Long;
  }

  /**
   * @throws BlockException where the two cannot be compared
   */
  static int compare(Object a, Object b) {
    if (a instanceof String first && b instanceof String second) {
      return first.compareTo(second);
    }
    if (a instanceof Instant first && b instanceof Instant second) {
      return first.compareTo(second);
    }
    if (isNumber(a) && isNumber(b)) {
      Number first = number(a, ">");
      Number second = number(b, ">");
      return whole(first) && whole(second)
          ? Long.compare(first.longValue(), second.longValue())
          : Double.compare(first.doubleValue(), second.doubleValue());
    }
    throw new BlockException(
        "'>' not supported between instances of '%s' and '%s'".formatted(type(b), type(a)));
  }

  private static boolean isNumber(Object value) {
    return value instanceof Number || value instanceof Boolean;
  }

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
      throw new BlockException("unhashable type: '%s'".formatted(type(value)));
    }
    return value;
  }

  private static String type(Object value) {
    String name = "object";
    if (value == null) {
      name = "NoneType";
    } else if (value instanceof String) {
      name = "str";
    } else if (value instanceof Boolean) {
      name = "bool";
    } else if (value instanceof Number number) {
      name = whole(number) ? "int" : "float";
    } else if (value instanceof List<?>) {
      name = "list";
    } else if (value instanceof Map<?, ?>) {
      name = "dict";
    } else if (value instanceof Detections) {
      name = "Detections";
    }
    return name;
  }
}
