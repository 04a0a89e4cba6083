package io.sightline.workflow.block;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What a step of a block may be told.
 *
 * @param aliases older names of the field
 * @param form how its value is written
 * @param required true where a document must give it
 * @param defaultValue the value where the document gives none
 * @param description one sentence for people
 * @param rule what the read value must keep to besides; throws {@link FormException}
 */
public record Field(
    String name,
    List<String> aliases,
    Form form,
    boolean required,
    Object defaultValue,
    String description,
    Consumer<Object> rule) {
  private static final Consumer<Object> NO_RULE = value -> {};

  /** A field that every document must give, in one of {@code forms}. */
  public static Field required(String name, String description, Form... forms) {
    return new Field(
        name, List.of(), new UnionForm(List.of(forms)), true, null, description, NO_RULE);
  }

  /** A field with a default, in one of {@code forms}. */
  public static Field optional(
      String name, Object defaultValue, String description, Form... forms) {
    return new Field(
        name, List.of(), new UnionForm(List.of(forms)), false, defaultValue, description, NO_RULE);
  }

  /** A number from 0 to 1, or a selector of one. */
  public static Field fraction(String name, double defaultValue, String description) {
    return optional(
        name,
        defaultValue,
        description,
        Forms.number(0, 1),
        Forms.reference(Kind.FLOAT_ZERO_TO_ONE));
  }

  /** A number, or a selector of one. */
  public static Field number(String name, double defaultValue, String description) {
    return optional(name, defaultValue, description, Forms.number(), Forms.reference(Kind.FLOAT));
  }

  /** A whole number above 0, or a selector of one. */
  public static Field positive(String name, int defaultValue, String description) {
    return optional(
        name, defaultValue, description, Forms.positiveNumber(), Forms.reference(Kind.INTEGER));
  }

  /** True or false, or a selector of that. */
  public static Field flag(String name, boolean defaultValue, String description) {
    return optional(name, defaultValue, description, Forms.flag(), Forms.reference(Kind.BOOLEAN));
  }

  /** This field, also accepted under an older name. */
  public Field alias(String older) {
    List<String> all = new ArrayList<>(aliases);
    all.add(older);
    return new Field(name, List.copyOf(all), form, required, defaultValue, description, rule);
  }

  /** This field, whose selectors point to inputs only. */
  public Field ofInputs() {
    List<Form> forms =
        ((UnionForm) form)
            .forms().stream()
                .map(f -> f instanceof ReferenceForm reference ? reference.ofInput() : f)
                .toList();
    return new Field(
        name, aliases, new UnionForm(forms), required, defaultValue, description, rule);
  }

  /** This field, whose values must also keep to {@code newRule}, selectors as {@link Reference}. */
  public Field checked(Consumer<Object> newRule) {
    return new Field(name, aliases, form, required, defaultValue, description, newRule);
  }

  /**
   * A value of the document, converted; selectors become {@link Reference}s.
   *
   * @throws FormException saying what would be right
   */
  public Object read(Object raw) {
    return ruled(form.read(raw));
  }

  private Object ruled(Object value) {
    rule.accept(value);
    return value;
  }

  /** True where {@code fields} of a step give this one under any of its names. */
  public boolean givenIn(Map<String, Object> fields) {
    return fields.containsKey(name) || aliases.stream().anyMatch(fields::containsKey);
  }

  /** What {@code fields} of a step say, under the first of the names that is there. */
  public Object rawIn(Map<String, Object> fields) {
    if (fields.containsKey(name)) {
      return fields.get(name);
    }
    return aliases.stream().filter(fields::containsKey).findFirst().map(fields::get).orElse(null);
  }

  /**
   * A value that comes at run time, checked and converted as one in the document would be.
   *
   * @throws FormException saying what would be right
   */
  public Object readLiteral(Object raw) {
    return ruled(form instanceof UnionForm union ? union.literal().read(raw) : form.read(raw));
  }

  /** Every kind that a selector in this field may have, at its top level or inside. */
  public Set<Kind> kinds() {
    Set<Kind> kinds = new LinkedHashSet<>();
    collect(form, kinds);
    return kinds;
  }

  private static void collect(Form form, Set<Kind> kinds) {
    if (form instanceof ReferenceForm reference) {
      kinds.addAll(reference.kinds());
    } else if (form instanceof UnionForm union) {
      union.forms().forEach(f -> collect(f, kinds));
    } else if (form instanceof ListForm list) {
      collect(list.elements(), kinds);
    } else if (form instanceof MapForm map) {
      collect(map.values(), kinds);
    }
  }
}
