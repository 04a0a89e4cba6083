package io.sightline.workflow.query;

import io.sightline.vision.Moments;
import java.time.temporal.Temporal;
import java.util.Locale;

/** Operations on strings, and those that make one. */
sealed interface TextOperation extends Operation {
  record ToLower(String place) implements TextOperation {
    @Override
    public Object apply(Object value, Scope scope) {
      return required(place, value, "string_to_lower").toLowerCase(Locale.ROOT);
    }
  }

  record ToUpper(String place) implements TextOperation {
    @Override
    public Object apply(Object value, Scope scope) {
      return required(place, value, "string_to_upper").toUpperCase(Locale.ROOT);
    }
  }

  record ToText(String place) implements TextOperation {
    @Override
    public Object apply(Object value, Scope scope) {
      return Python.text(value, scope.budget());
    }
  }

  /** The characters from {@code start} to before {@code end}; negative ones count from the end. */
  record SubSequence(String place, int start, int end) implements TextOperation {
    @Override
    public Object apply(Object value, Scope scope) {
      String text = string(place, value, "string_sub_sequence", "");
      int length = text.codePointCount(0, text.length());
      int from = clamp(start, length);
      int to = clamp(end, length);
      return from >= to
          ? ""
          : text.substring(text.offsetByCodePoints(0, from), text.offsetByCodePoints(0, to));
    }

    private static int clamp(int index, int length) {
      return Math.max(0, Math.min(length, index < 0 ? index + length : index));
    }
  }

  record Matches(String place, Regex regex) implements TextOperation {
    @Override
    public Object apply(Object value, Scope scope) {
      return regex.findsIn(string(place, value, "string_matches", " "), scope.budget());
    }
  }

  record IsoTime(String place) implements TextOperation {
    @Override
    public Object apply(Object value, Scope scope) {
      if (Moments.is(value)) {
        return Moments.text((Temporal) value);
      }
      throw QueryException.input(
          place,
          "Operation timestamp_to_iso_format(...) in context %s expects input value to be timestamp"
                  .formatted(place)
              + " (Python datetime object), got: "
              + Python.type(value));
    }
  }

  private static String required(String place, Object value, String name) {
    if (value instanceof String s) {
      return s;
    }
    throw QueryException.input(
        place,
        "Using operation %s(...) in context %s which requires string as input data, got: %s"
            .formatted(name, place, Python.type(value)));
  }

  private static String string(String place, Object value, String name, String gap) {
    if (value instanceof String s) {
      return s;
    }
    throw QueryException.input(
        place,
        "While executing %s(...) in context %s,%sgot value which of type %s: %s"
            .formatted(name, place, gap, Python.type(value), Python.brief(value)));
  }
}
