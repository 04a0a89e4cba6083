package io.sightline.workflow.query;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What can be asked about one value, by its name in documents. */
enum Question {
  EXISTS("Exists", v -> v != null),
  DOES_NOT_EXIST("DoesNotExist", v -> v == null),
  IS_TRUE("(Boolean) is True", Boolean.TRUE::equals),
  IS_FALSE("(Boolean) is False", Boolean.FALSE::equals),
  IS_EMPTY("(Sequence) is empty", v -> length(v) == 0),
  IS_NOT_EMPTY("(Sequence) is not empty", v -> length(v) > 0);

  private final String type;
  private final Predicate<Object> test;

  Question(String type, Predicate<Object> test) {
    this.type = type;
    this.test = test;
  }

  boolean test(Object value) {
    return test.test(value);
  }

  static Optional<Question> named(String type) {
    return Arrays.stream(values()).filter(q -> q.type.equals(type)).findFirst();
  }

  static List<String> types() {
    return Arrays.stream(values()).map(q -> q.type).toList();
  }

  private static int length(Object value) {
    int length = Sequences.lengthOrMinusOne(value);
    if (length < 0) {
      throw PythonError.type("object of type '%s' has no len()".formatted(Python.typeName(value)));
    }
    return length;
  }
}
