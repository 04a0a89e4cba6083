package io.sightline.pipelines;

import io.sightline.http.RequestBody;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** Fields of a command's payload that only these commands have; faults are the body's. */
record Payload(RequestBody body) {
  private static final double SECONDS_MAX = 31_536_000;

  /**
   * The object below a name, which must be of a type by its own account; null where there is none.
   */
  Payload typed(String name, String type) {
    RequestBody inner = body.inner(name);
    if (inner == null) {
      return null;
    }
    inner.require("type");
    inner.literal("type", type);
    return new Payload(inner);
  }

  /** A whole number from {@code min} to {@code max}; {@code otherwise} where there is none. */
  int integer(String name, int min, int max, int otherwise) {
    Object value = body.value(name);
    if (!body.names(name)) {
      return otherwise;
    }
    Double number = value instanceof Number n ? Double.valueOf(n.doubleValue()) : null;
    if (value instanceof String text && text.strip().matches("[+-]?[0-9]{1,18}")) {
      number = Double.valueOf(text.strip());
    }
    if (number == null) {
      boolean text = value instanceof String;
      String sentence = "Input should be a valid integer";
      body.fault(
          text ? "int_parsing" : "int_type",
          text ? sentence + ", unable to parse string as an integer" : sentence,
          value,
          name);
    } else if (number != Math.rint(number)) {
      body.fault(
          "int_from_float",
          "Input should be a valid integer, got a number with a fractional part",
          value,
          name);
    } else if (number < min) {
      body.fault(
          "greater_than_equal", "Input should be greater than or equal to " + min, value, name);
    } else if (number > max) {
      body.fault("less_than_equal", "Input should be less than or equal to " + max, value, name);
    } else {
      return number.intValue();
    }
    return otherwise;
  }

  /** One of the constants of a type by its name; {@code otherwise} where it is not said. */
  <E extends Enum<E>> E choice(String name, Class<E> type, E otherwise) {
    if (!body.names(name)) {
      return otherwise;
    }
    Object value = body.value(name);
    List<String> names = Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
    if (value != null && !names.contains(value)) {
      String all = "'" + String.join("', '", names) + "'";
      int last = all.lastIndexOf(", ");
      body.fault(
          "enum",
          "Input should be " + all.substring(0, last) + " or" + all.substring(last + 1),
          value,
          name);
      return otherwise;
    }
    return value == null ? null : Enum.valueOf(type, (String) value);
  }

  /** Seconds, 0 or more; null where there are none. */
  Duration seconds(String name) {
    Double seconds = body.number(name);
    if (seconds == null) {
      return null;
    }
    if (!(seconds >= 0)) {
      body.fault("greater_than_equal", "Input should be greater than or equal to 0", seconds, name);
      return null;
    }
    return Duration.ofNanos(Math.round(Math.min(seconds, SECONDS_MAX) * 1e9));
  }

  /** A number above 0; null where there is none. */
  Double positive(String name) {
    Double number = body.number(name);
    if (number != null && !(number > 0)) {
      body.fault("greater_than", "Input should be greater than 0", number, name);
      return null;
    }
    return number;
  }

  /** True or false; {@code otherwise} where it is not said. */
  boolean flag(String name, boolean otherwise) {
    return body.names(name) ? body.flag(name) : otherwise;
  }
}
