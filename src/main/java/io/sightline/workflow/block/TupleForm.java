package io.sightline.workflow.block;

import java.util.List;
import java.util.Map;

/** A list of so many elements, no more and no less. */
record TupleForm(int size, ListForm elements) implements Form {
  @Override
  public boolean fits(Object raw) {
    return elements.fits(raw);
  }

  @Override
  public Object read(Object raw) {
    List<?> list = (List<?>) elements.read(raw);
    if (list.size() > size) {
      throw new FormException(
          "Tuple should have at most %d item%s after validation, not %d"
              .formatted(size, size == 1 ? "" : "s", list.size()));
    }
    return list;
  }

  @Override
  public Map<String, Object> schema() {
    return Map.of(
        "type", "array", "items", elements.elements().schema(), "minItems", size, "maxItems", size);
  }
}
