package io.sightline.workflow.block;

import java.util.LinkedHashMap;
import java.util.Map;

record WholeNumberForm(int min, int max) implements Form {
  private static final String MESSAGE = "Input should be a valid integer";

  @Override
  public boolean fits(Object raw) {
    return raw instanceof Integer;
  }

  @Override
  public Object read(Object raw) {
    int value = convert(raw);
    if (value < min) {
      throw new FormException("Input should be greater than " + (min - 1));
    }
    if (value > max) {
      throw new FormException("Input should be less than or equal to " + max);
    }
    return value;
  }

  private static int convert(Object raw) {
    if (raw instanceof Integer i) {
      return i;
    }
    if (raw instanceof Boolean b) {
      return b ? 1 : 0;
    }
    if (raw instanceof String s) {
      try {
        return Integer.parseInt(s.strip());
      } catch (NumberFormatException e) {
        throw new FormException(MESSAGE + ", unable to parse string as an integer");
      }
    }
    if (raw instanceof Number n) {
      double value = n.doubleValue();
      if (value == Math.rint(value) && Math.abs(value) <= Integer.MAX_VALUE) {
        return (int) value;
      }
      throw new FormException(MESSAGE + ", got a number with a fractional part or beyond 2^31");
    }
    throw new FormException(MESSAGE);
  }

  @Override
  public Map<String, Object> schema() {
    Map<String, Object> schema = new LinkedHashMap<>(Map.of("type", "integer"));
    if (min > Integer.MIN_VALUE) {
      schema.put("minimum", min);
    }
    if (max < Integer.MAX_VALUE) {
      schema.put("maximum", max);
    }
    return schema;
  }
}
