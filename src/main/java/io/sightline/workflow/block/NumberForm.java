package io.sightline.workflow.block;

import java.util.Map;

record NumberForm(double min, double max) implements Form {
  private static final String MESSAGE = "Input should be a valid number";

  @Override
  public boolean fits(Object raw) {
    return raw instanceof Number;
  }

  @Override
  public Object read(Object raw) {
    double value = convert(raw);
    if (!(value >= min)) {
      throw new FormException("Input should be greater than or equal to " + plain(min));
    }
    if (!(value <= max)) {
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
      try {
        return Double.parseDouble(s.strip());
      } catch (NumberFormatException e) {
        throw new FormException(MESSAGE + ", unable to parse string as a number");
      }
    }
    throw new FormException(MESSAGE);
  }

  private static String plain(double bound) {
    return bound == Math.rint(bound) ? Long.toString((long) bound) : Double.toString(bound);
  }

  @Override
  public Map<String, Object> schema() {
    return Double.isInfinite(min)
        ? Map.of("type", "number")
        : Map.of("type", "number", "minimum", min, "maximum", max);
  }
}
