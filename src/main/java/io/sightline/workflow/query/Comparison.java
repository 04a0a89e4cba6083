package io.sightline.workflow.query;

import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** When values are equal and which comes first. */
final class Comparison {
  private Comparison() {}

  /** Numbers by what they mean, lists and maps by their elements, everything else by itself. */
  static boolean equal(Object a, Object b) {
    Number left = Numbers.of(a);
    Number right = Numbers.of(b);
    if (left != null && right != null) {
      boolean nan = Double.isNaN(left.doubleValue()) || Double.isNaN(right.doubleValue());
      return !nan && Numbers.compare(left, right) == 0;
    }
    if (a instanceof List<?> first && b instanceof List<?> second) {
      return equalLists(first, second);
    }
    if (a instanceof Map<?, ?> first && b instanceof Map<?, ?> second) {
      return first.size() == second.size()
          && first.keySet().stream()
              .allMatch(k -> second.containsKey(k) && equal(first.get(k), second.get(k)));
    }
    return Objects.equals(a, b);
  }

  private static boolean equalLists(List<?> a, List<?> b) {
    Iterator<?> others = b.iterator();
    for (Object element : a) {
      if (!others.hasNext() || !equal(element, others.next())) {
        return false;
      }
    }
    return !others.hasNext();
  }

  /**
   * Whether {@code a} comes before {@code b}; never where one of them is no number at all, NaN.
   *
   * @throws IllegalArgumentException where the two have no order
   */
  static boolean less(Object a, Object b) {
    return ordered(a, b, "<");
  }

  /**
   * Whether {@code a} comes before {@code b} or is equal.
   *
   * @throws IllegalArgumentException where the two have no order
   */
  static boolean atMost(Object a, Object b) {
    return ordered(a, b, "<=");
  }

  /**
   * Whether two values are in the order that the symbol says.
   *
   * @param symbol one of &lt;, &lt;=, &gt; and &gt;=
   * @throws IllegalArgumentException where the two have no order
   */
  static boolean ordered(Object a, Object b, String symbol) {
    Number left = Numbers.of(a);
    Number right = Numbers.of(b);
    if (left != null && right != null) {
      boolean nan = Double.isNaN(left.doubleValue()) || Double.isNaN(right.doubleValue());
      return !nan && holds(Numbers.compare(left, right), symbol);
    }
    if (a instanceof String first && b instanceof String second) {
      return holds(first.compareTo(second), symbol);
    }
    if (a instanceof List<?> first && b instanceof List<?> second) {
      return orderedLists(first, second, symbol);
    }
    throw PythonError.type(
        "'%s' not supported between instances of '%s' and '%s'"
            .formatted(symbol, Python.typeName(a), Python.typeName(b)));
  }

  /** By the first elements that differ, then by their number. */
  private static boolean orderedLists(List<?> a, List<?> b, String symbol) {
    Iterator<?> others = b.iterator();
    for (Object element : a) {
      if (!others.hasNext()) {
        break;
      }
      Object other = others.next();
      if (!equal(element, other)) {
        return ordered(element, other, symbol);
      }
    }
    return holds(Integer.compare(a.size(), b.size()), symbol);
  }

  private static boolean holds(int order, String symbol) {
    return switch (symbol) {
      case "<" -> order < 0;
      case "<=" -> order <= 0;
      case ">" -> order > 0;
      default -> order >= 0;
    };
  }

  /**
   * The value where it may be a key.
   *
   * @throws IllegalArgumentException where it is a list or a map
   */
  static Object hashed(Object value) {
    if (value instanceof List<?> || value instanceof Map<?, ?>) {
      throw PythonError.type("unhashable type: '%s'".formatted(Python.typeName(value)));
    }
    return value;
  }

  /** Whether {@code b} has {@code a}: as an element, a key or a part of the text. */
  static boolean contains(Object a, Object b) {
    if (b instanceof String text) {
      if (a instanceof String part) {
        return text.contains(part);
      }
      throw PythonError.type(
          "'in <string>' requires string as left operand, not " + Python.typeName(a));
    }
    if (b instanceof Map<?, ?> map) {
      return map.containsKey(hashed(a));
    }
    if (b instanceof Collection<?> list) {
      return list.stream().anyMatch(element -> equal(a, element));
    }
    throw PythonError.type("argument of type '%s' is not iterable".formatted(Python.typeName(b)));
  }
}
