package io.sightline.workflow.block;

import java.util.Map;
import java.util.Set;

/**
 * A selector of a value.
 *
 * @param kinds what the value may be
 * @param ofInput true where it may point to the document's inputs only
 */
record ReferenceForm(Set<Kind> kinds, boolean ofInput) implements Form {
  @Override
  public boolean fits(Object raw) {
    return raw instanceof String s && matches(s);
  }

  @Override
  public Object read(Object raw) {
    if (!(raw instanceof String s)) {
      throw new FormException(TextForm.MESSAGE);
    }
    if (!matches(s)) {
      throw new FormException("String should match pattern '" + pattern() + "'");
    }
    return new Reference(new Selector(s), kinds);
  }

  private boolean matches(String text) {
    return ofInput ? Selector.isInput(text) : Selector.isValue(text);
  }

  private String pattern() {
    return ofInput ? Selector.INPUT_PATTERN : Selector.VALUE_PATTERN;
  }

  @Override
  public Map<String, Object> schema() {
    return Map.of(
        "type",
        "string",
        "pattern",
        pattern(),
        "reference",
        true,
        "kind",
        kinds.stream().map(Kind::name).toList());
  }
}
