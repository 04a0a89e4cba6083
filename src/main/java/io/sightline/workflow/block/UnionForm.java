package io.sightline.workflow.block;

import java.util.List;
import java.util.Map;

/**
 * One of several forms: a selector first, then one that fits as it stands, then one by converting.
 */
record UnionForm(List<Form> forms) implements Form {
  UnionForm {
    forms = List.copyOf(forms);
  }

  /** The forms that are no selectors: what a value may be that is not in the document. */
  UnionForm literal() {
    return new UnionForm(
        forms.stream()
            .filter(f -> !(f instanceof ReferenceForm) && !(f instanceof StepForm))
            .toList());
  }

  @Override
  public boolean fits(Object raw) {
    return forms.stream().anyMatch(f -> f.fits(raw));
  }

  @Override
  public Object read(Object raw) {
    for (Form form : forms) {
      if ((form instanceof ReferenceForm || form instanceof StepForm) && form.fits(raw)) {
        return form.read(raw);
      }
    }
    Object literal = literal(raw);
    return literal instanceof String text ? stray(text) : literal;
  }

  /**
   * A text that begins as a selector does is one where the field may hold any, so that it is
   * refused where it points to nothing.
   */
  private Object stray(String text) {
    if (text.startsWith("$")) {
      for (Form form : forms) {
        if (form instanceof ReferenceForm reference) {
          return new Reference(new Selector(text), reference.kinds());
        }
      }
    }
    return text;
  }

  private Object literal(Object raw) {
    FormException first = null;
    for (boolean converting : new boolean[] {false, true}) {
      for (Form form : forms) {
        if (converting || form.fits(raw)) {
          try {
            return form.read(raw);
          } catch (FormException e) {
            first = first == null ? e : first;
          }
        }
      }
    }
    throw first == null
        ? new FormException("String should match pattern '" + Selector.VALUE_PATTERN + "'")
        : first;
  }

  @Override
  public Map<String, Object> schema() {
    return forms.size() == 1
        ? forms.get(0).schema()
        : Map.of("anyOf", forms.stream().map(Form::schema).toList());
  }
}
