package io.sightline.workflow.block;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

record ListForm(int min, UnionForm elements) implements Form {
  @Override
  public boolean fits(Object raw) {
    return raw instanceof List<?>;
  }

  @Override
  public Object read(Object raw) {
    if (!(raw instanceof List<?> list)) {
      throw new FormException("Input should be a valid list");
    }
    if (list.size() < min) {
      throw new FormException(
          "List should have at least %d item%s after validation, not %d"
              .formatted(min, min == 1 ? "" : "s", list.size()));
    }
    List<Object> values = new ArrayList<>(list.size());
    for (Object element : list) {
      values.add(elements.read(element));
    }
    return Collections.unmodifiableList(values);
  }

  @Override
  public Map<String, Object> schema() {
    return Map.of("type", "array", "items", elements.schema(), "minItems", min);
  }
}
