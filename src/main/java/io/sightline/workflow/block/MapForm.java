package io.sightline.workflow.block;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

record MapForm(UnionForm values) implements Form {
  @Override
  public boolean fits(Object raw) {
    return raw instanceof Map<?, ?>;
  }

  @Override
  public Object read(Object raw) {
    if (!(raw instanceof Map<?, ?> map)) {
      throw new FormException("Input should be a valid dictionary");
    }
    Map<Object, Object> read = new LinkedHashMap<>();
    map.forEach((key, value) -> read.put(key, values.read(value)));
    return Collections.unmodifiableMap(read);
  }

  @Override
  public Map<String, Object> schema() {
    return Map.of("type", "object", "additionalProperties", values.schema());
  }
}
