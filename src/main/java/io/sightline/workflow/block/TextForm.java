package io.sightline.workflow.block;

import java.util.Map;

record TextForm() implements Form {
  static final String MESSAGE = "Input should be a valid string";

  @Override
  public boolean fits(Object raw) {
    return raw instanceof String;
  }

  @Override
  public Object read(Object raw) {
    if (raw instanceof String) {
      return raw;
    }
    throw new FormException(MESSAGE);
  }

  @Override
  public Map<String, Object> schema() {
    return Map.of("type", "string");
  }
}
