package io.sightline.workflow.block;

import java.util.List;
import java.util.Map;

record ScalarForm() implements Form {
  @Override
  public boolean fits(Object raw) {
    return raw instanceof String || raw instanceof Number || raw instanceof Boolean;
  }

  @Override
  public Object read(Object raw) {
    if (fits(raw)) {
      return raw;
    }
    throw new FormException(TextForm.MESSAGE);
  }

  @Override
  public Map<String, Object> schema() {
    return Map.of("type", List.of("string", "number", "boolean"));
  }
}
