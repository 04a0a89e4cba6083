package io.sightline.workflow.blocks.memory;

import io.sightline.workflow.block.BlockException;
import java.time.Instant;

/** Adds up and compares values as Python does. */
final class PythonNumbers {
  private PythonNumbers() {}

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
        "unsupported operand type(s) for %s: 'int' and '%s'"
            .formatted(operator, PythonTypes.name(value)));
  }

  static boolean whole(Number number) {
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
        "'>' not supported between instances of '%s' and '%s'"
            .formatted(PythonTypes.name(b), PythonTypes.name(a)));
  }

  private static boolean isNumber(Object value) {
    return value instanceof Number || value instanceof Boolean;
  }
}
