package io.sightline.workflow.block;

import java.util.Map;

/** A number from 0 to below 1. */
record FractionForm() implements Form {
  private static final Form WITH_ONE = Forms.number(0, 1);

  @Override
  public boolean fits(Object raw) {
    return WITH_ONE.fits(raw);
  }

  @Override
  public Object read(Object raw) {
    Object value = WITH_ONE.read(raw);
    if ((Double) value == 1) {
      throw new FormException("Input should be less than 1");
    }
    return value;
  }

  @Override
  public Map<String, Object> schema() {
    return Map.of("type", "number", "minimum", 0.0, "exclusiveMaximum", 1.0);
  }
}
