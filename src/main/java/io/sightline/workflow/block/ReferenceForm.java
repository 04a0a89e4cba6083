package io.sightline.workflow.block;

import java.util.Map;
import java.util.Set;

record ReferenceForm(Set<Kind> kinds) implements Form {
  @Override
  public boolean fits(Object raw) {
    return raw instanceof String s && Selector.isValue(s);
  }

  @Override
  public Object read(Object raw) {
    if (!(raw instanceof String s)) {
      throw new FormException(TextForm.MESSAGE);
    }
    if (!Selector.isValue(s)) {
      throw new FormException("String should match pattern '" + Selector.VALUE_PATTERN + "'");
    }
    return new Reference(new Selector(s), kinds);
  }

  @Override
  public Map<String, Object> schema() {
    return Map.of(
        "type",
        "string",
        "pattern",
        Selector.VALUE_PATTERN,
        "reference",
        true,
        "kind",
        kinds.stream().map(Kind::name).toList());
  }
}
