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
  ENDS_WITH("(String) endsWith", (a, b) -> text(a, "endswith").endsWith(part(b, "endswith"))),
  STARTS_WITH(
      "(String) startsWith", (a, b) -> text(a, "startswith").startsWith(part(b, "startswith"))),
  IN_RANGE("(Number) in range", Comparator::inRange),
  AT_MOST("(Number) <=", (a, b) -> Comparison.ordered(a, b, "<=")),
  BELOW("(Number) <", (a, b) -> Comparison.ordered(a, b, "<")),
  AT_LEAST("(Number) >=", (a, b) -> Comparison.ordered(a, b, ">=")),
  ABOVE("(Number) >", (a, b) -> Comparison.ordered(a, b, ">")),
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

  /** Spends what going through the values takes, through the right one as often as it is. */
  void spend(Object left, Object right, Budget budget) {
    budget.read(left);
    long before = budget.left();
    budget.read(right);
    if (this == ALL_IN || this == ANY_IN) {
      budget.spend((before - budget.left()) * Math.max(0, Sequences.lengthOrMinusOne(left) - 1));
    }
  }

  static Optional<Comparator> named(String type) {
    return Arrays.stream(values()).filter(c -> c.type.equals(type)).findFirst();
  }

  static List<String> types() {
    return Arrays.stream(values()).map(c -> c.type).toList();
  }

  private static boolean inRange(Object value, Object range) {
    return Comparison.atMost(bound(range, 0), value) && Comparison.atMost(value, bound(range, 1));
  }

  /** An element of a list or, because Python takes that, a character of a text. */
  private static Object bound(Object range, int place) {
    if (!(range instanceof List<?>) && !(range instanceof String)) {
      throw PythonError.type("'%s' object is not subscriptable".formatted(Python.typeName(range)));
    }
    List<?> bounds = Sequences.elementsOrNull(range);
    if (place >= bounds.size()) {
      String type = range instanceof String ? "string" : "list";
      throw PythonError.index(type + " index out of range");
    }
    return bounds.get(place);
  }

  private static List<?> elements(Object value) {
    List<?> elements = Sequences.elementsOrNull(value);
    if (elements == null) {
      throw PythonError.type("'%s' object is not iterable".formatted(Python.typeName(value)));
    }
    return elements;
  }

  private static String text(Object value, String method) {
    if (value instanceof String s) {
      return s;
    }
    throw PythonError.attribute(
        "'%s' object has no attribute '%s'".formatted(Python.typeName(value), method));
  }

  private static String part(Object value, String method) {
    if (value instanceof String s) {
      return s;
    }
    throw PythonError.type(
        "%s first arg must be str or a tuple of str, not %s"
            .formatted(method, Python.typeName(value)));
  }
}
