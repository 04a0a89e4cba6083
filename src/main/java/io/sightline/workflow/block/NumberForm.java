package io.sightline.workflow.block;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A number in bounds.
 *
 * @param above true where {@code min} itself is out of bounds
 */
record NumberForm(double min, double max, boolean above) implements Form {
  private static final String MESSAGE = "Input should be a valid number";
  private static final int MAX_LENGTH = 400;
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(?:\\d++\\.?\\d*+|\\.\\d++)(?:[eE][+-]?\\d++)?");
  private static final Set<String> NAMED =
      Set.of("nan", "+nan", "-nan", "inf", "+inf", "-inf", "infinity", "+infinity", "-infinity");

  @Override
  public boolean fits(Object raw) {
    return raw instanceof Number;
  }

  @Override
  public Object read(Object raw) {
    double value = convert(raw);
    if (!Double.isFinite(value)) {
      throw new FormException("Input should be a finite number");
    }
    if (value < min || above && value == min) {
      throw new FormException(
          "Input should be greater than " + (above ? "" : "or equal to ") + plain(min));
    }
    if (value > max) {
      throw new FormException("Input should be less than or equal to " + plain(max));
    }
    return value;
  }

  private static double convert(Object raw) {
    if (raw instanceof Number n) {
      return n.doubleValue();
    }
    if (raw instanceof Boolean b) {
      return b ? 1 : 0;
    }
    if (raw instanceof String s) {
      return parse(s.strip());
    }
    throw new FormException(MESSAGE);
  }

  /** Without the suffixes and the hexadecimal digits that Java's own syntax has. */
  private static double parse(String text) {
    if (NAMED.contains(text.toLowerCase(Locale.ROOT))) {
      return Double.NaN;
    }
    if (text.length() > MAX_LENGTH || !DECIMAL.matcher(text).matches()) {
      throw new FormException(MESSAGE + ", unable to parse string as a number");
    }
    return Double.parseDouble(text);
  }

  private static String plain(double bound) {
    return bound == Math.rint(bound) ? Long.toString((long) bound) : Double.toString(bound);
  }

  @Override
  public Map<String, Object> schema() {
    Map<String, Object> schema = new LinkedHashMap<>(Map.of("type", "number"));
    if (Double.isFinite(min)) {
      schema.put(above ? "exclusiveMinimum" : "minimum", min);
    }
    if (Double.isFinite(max)) {
      schema.put("maximum", max);
    }
    return schema;
  }
}
