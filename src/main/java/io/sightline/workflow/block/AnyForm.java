package io.sightline.workflow.block;

import java.util.Map;

record AnyForm() implements Form {
  @Override
  public boolean fits(Object raw) {
    return true;
  }

  @Override
  public Object read(Object raw) {
    return raw;
  }

  @Override
  public Map<String, Object> schema() {
    return Map.of();
  }
}
