package io.sightline.workflow.query;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/** How two values can be compared, by the comparison's name in documents. */
enum Comparator {
  IN("in (Sequence)", Comparison::contains),
  ALL_IN(
      "all in (Sequence)", (a, b) -> elements(a).stream().allMatch(e -> Comparison.contains(e, b))),
  ANY_IN(
      "any in (Sequence)", (a, b) -> elements(a).stream().anyMatch(e -> Comparison.contains(e, b))),
  CONTAINS("(String) contains", (a, b) -> Comparison.contains(b, a)),
  ENDS_WITH("(String) endsWith", (a, b) -> text(a).endsWith(text(b))),
  STARTS_WITH("(String) startsWith", (a, b) -> text(a).startsWith(text(b))),
  IN_RANGE("(Number) in range", Comparator::inRange),
  AT_MOST("(Number) <=", (a, b) -> Comparison.order(a, b) <= 0),
  BELOW("(Number) <", (a, b) -> Comparison.order(a, b) < 0),
  AT_LEAST("(Number) >=", (a, b) -> Comparison.order(a, b) >= 0),
  ABOVE("(Number) >", (a, b) -> Comparison.order(a, b) > 0),
  NUMBER_DIFFERS("(Number) !=", (a, b) -> !Comparison.equal(a, b)),
  DIFFERS("!=", (a, b) -> !Comparison.equal(a, b)),
  NUMBER_EQUALS("(Number) ==", Comparison::equal),
  EQUALS("==", Comparison::equal),
  IN_ZONE("(Detection) in zone", Zones::contains);

  private final String type;
  private final BiPredicate<Object, Object> test;

  Comparator(String type, BiPredicate<Object, Object> test) {
    this.type = type;
    this.test = test;
  }

  boolean test(Object left, Object right) {
    return test.test(left, right);
  }

  static Optional<Comparator> named(String type) {
    return Arrays.stream(values()).filter(c -> c.type.equals(type)).findFirst();
  }

  static List<String> types() {
    return Arrays.stream(values()).map(c -> c.type).toList();
  }

  private static boolean inRange(Object value, Object range) {
    if (range instanceof List<?> bounds && bounds.size() >= 2) {
      return Comparison.order(bounds.get(0), value) <= 0
          && Comparison.order(value, bounds.get(1)) <= 0;
    }
    throw new IllegalArgumentException(
        "a range is a list of two numbers, not " + Python.brief(range));
  }

  private static List<?> elements(Object value) {
    List<?> elements = Sequences.elementsOrNull(value);
    if (elements == null) {
      throw new IllegalArgumentException("%s is not iterable".formatted(Python.type(value)));
    }
    return elements;
  }

  private static String text(Object value) {
    if (value instanceof String s) {
      return s;
    }
    throw new IllegalArgumentException("%s is no string".formatted(Python.type(value)));
  }
}
