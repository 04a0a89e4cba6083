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
   * Below 0 where {@code a} comes first.
   *
   * @throws IllegalArgumentException where the two have no order
   */
  static int order(Object a, Object b) {
    Number left = Numbers.of(a);
    Number right = Numbers.of(b);
    if (left != null && right != null) {
      return Numbers.compare(left, right);
    }
    if (a instanceof String first && b instanceof String second) {
      return first.compareTo(second);
    }
    throw new IllegalArgumentException(
        "'<' not supported between instances of %s and %s"
            .formatted(Python.type(a), Python.type(b)));
  }

  /** Whether {@code b} has {@code a}: as an element, a key or a part of the text. */
  static boolean contains(Object a, Object b) {
    if (b instanceof String text) {
      if (a instanceof String part) {
        return text.contains(part);
      }
      throw new IllegalArgumentException(
          "'in <string>' requires string as left operand, not " + Python.type(a));
    }
    if (b instanceof Map<?, ?> map) {
      return map.containsKey(a);
    }
    if (b instanceof Collection<?> list) {
      return list.stream().anyMatch(element -> equal(a, element));
    }
    throw new IllegalArgumentException(
        "argument of type %s is not iterable".formatted(Python.type(b)));
  }
}
