package io.sightline.workflow.block;

import java.util.Map;
import java.util.Set;

record StepForm() implements Form {
  @Override
  public boolean fits(Object raw) {
    return raw instanceof String s && Selector.isStep(s);
  }

  @Override
  public Object read(Object raw) {
    if (!(raw instanceof String s)) {
      throw new FormException(TextForm.MESSAGE);
    }
    if (!Selector.isStep(s)) {
      throw new FormException("String should match pattern '" + Selector.STEP_PATTERN + "'");
    }
    return new Reference(new Selector(s), Set.of());
  }

  @Override
  public Map<String, Object> schema() {
    return Map.of(
        "type",
        "string",
        "pattern",
        Selector.STEP_PATTERN,
        "reference",
        true,
        "selected_element",
        "step");
  }
}
