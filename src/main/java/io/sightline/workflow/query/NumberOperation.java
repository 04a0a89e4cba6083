package io.sightline.workflow.query;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** Operations on numbers, and those that make one or a truth value. */
sealed interface NumberOperation extends Operation {
  record ToNumber(String place, boolean whole) implements NumberOperation {
    @Override
    public Object apply(Object value, Scope scope) {
      Double number = Numbers.parse(value);
      if (number == null || whole && !Double.isFinite(number)) {
        throw QueryException.input(
            place,
            "While executing operation to_number(...) in context %s, encountered value `%s` of type %s"
                    .formatted(place, Python.brief(value), Python.type(value))
                + " which cannot be casted into "
                + (whole ? "int" : "float"));
      }
      return whole ? (Object) Numbers.truncate(number) : number;
    }
  }

  record ToFlag(String place) implements NumberOperation {
    @Override
    public Object apply(Object value, Scope scope) {
      return Python.truth(value);
    }
  }

  record Round(String place, int digits) implements NumberOperation {
    @Override
    public Object apply(Object value, Scope scope) {
      Number number = Numbers.of(value);
      if (number == null) {
        throw QueryException.input(
            place,
            "While executing number_round to_number(...) in context %s, encountered value `%s` of type"
                    .formatted(place, Python.brief(value))
                + " %s which cannot be rounded".formatted(Python.type(value)));
      }
      return Numbers.round(number, digits);
    }
  }

  record Multiply(String place, Number other) implements NumberOperation {
    @Override
    public Object apply(Object value, Scope scope) {
      Number number = Numbers.of(value);
      if (number == null
          && Python.isWhole(other)
          && (value instanceof String || value instanceof List<?>)) {
        return repeated(value, other, scope);
      }
      if (number == null) {
        throw QueryException.input(
            place,
            "While executing multiply to_number(...) in context %s, encountered value `%s` of type %s"
                    .formatted(place, Python.brief(value), Python.type(value))
                + " which cannot be multiplied with "
                + Python.brief(other));
      }
      Number product = Numbers.multiply(number, other);
      scope.budget().read(product);
      return product;
    }

    /** A text or a list so many times in a row, as Python multiplies them. */
    private static Object repeated(Object value, Number times, Scope scope) {
      int length = Sequences.lengthOrMinusOne(value);
      int count = (int) Math.max(0, Math.min(scope.budget().left() + 1, times.doubleValue()));
      scope.budget().spend((long) length * count);
      if (value instanceof String text) {
        return text.isEmpty() ? text : text.repeat(count);
      }
      List<Object> all = new ArrayList<>(length * count);
      for (int i = 0; i < count && length > 0; i++) {
        all.addAll((List<?>) value);
      }
      return all;
    }
  }

  record Divide(String place, Number other) implements NumberOperation {
    @Override
    public Object apply(Object value, Scope scope) {
      Number number = Numbers.of(value);
      if (number == null || other.doubleValue() == 0) {
        throw QueryException.input(
            place,
            "While executing divide(...) in context %s, encountered value `%s` of type %s which cannot"
                    .formatted(place, Python.brief(value), Python.type(value))
                + " be divided by "
                + Python.brief(other),
            number == null ? null : new ArithmeticException("division by zero"));
      }
      return number.doubleValue() / other.doubleValue();
    }
  }

  record Random(double min, double max) implements NumberOperation {
    @Override
    public Object apply(Object value, Scope scope) {
      return min + ThreadLocalRandom.current().nextDouble() * Math.abs(max - min);
    }
  }
}
