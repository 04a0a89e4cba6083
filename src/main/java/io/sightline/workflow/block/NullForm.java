package io.sightline.workflow.block;

import java.util.Map;

record NullForm() implements Form {
  @Override
  public boolean fits(Object raw) {
    return raw == null;
  }

  @Override
  public Object read(Object raw) {
    if (raw == null) {
      return null;
    }
    throw new FormException("Input should be None");
  }

  @Override
  public Map<String, Object> schema() {
    return Map.of("type", "null");
  }
}
