package io.sightline.workflow.block;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A selector of a value.
 *
 * @param kinds what the value may be
 * @param target where it may point to
 */
record ReferenceForm(Set<Kind> kinds, Target target) implements Form {
  /** Where a selector may point to. */
  enum Target {
    ANY(Selector.VALUE_PATTERN, "any_data"),
    INPUT(Selector.INPUT_PATTERN, "workflow_parameter"),
    STEP_OUTPUT(Selector.OUTPUT_PATTERN, "step_output");

    private final String text;
    private final String element;
    private final Pattern pattern;

    /**
     * @param element its name in the schema
     */
    Target(String text, String element) {
      this.text = text;
      this.element = element;
      this.pattern = Pattern.compile(text);
    }
  }

  private static final Set<Kind> PICTURE = Set.of(Kind.IMAGE);

  /** The same, for inputs only. */
  ReferenceForm ofInput() {
    return new ReferenceForm(kinds, Target.INPUT);
  }

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
    return target.pattern.matcher(text).find();
  }

  private String pattern() {
    return target.text;
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
        "selected_element",
        target == Target.INPUT && kinds.equals(PICTURE) ? "workflow_image" : target.element,
        "kind",
        kinds.stream().map(Kind::name).toList());
  }
}
