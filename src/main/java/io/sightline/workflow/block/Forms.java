package io.sightline.workflow.block;

import io.sightline.workflow.block.ReferenceForm.Target;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;

/** The forms that fields are made of. */
public final class Forms {
  private Forms() {}

  /** Any string. */
  public static Form text() {
    return new TextForm();
  }

  /** One of these strings. */
  public static Form oneOf(String... choices) {
    return new ChoiceForm(List.of(choices));
  }

  /** Any whole number that an int holds. */
  public static Form wholeNumber() {
    return new WholeNumberForm(Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  /** A whole number from {@code min} to {@code max}, both allowed. */
  public static Form wholeNumber(int min, int max) {
    return new WholeNumberForm(min, max);
  }

  /** A whole number above 0. */
  public static Form positiveNumber() {
    return new WholeNumberForm(1, Integer.MAX_VALUE);
  }

  /** Any number, as a double. */
  public static Form number() {
    return new NumberForm(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, false);
  }

  /** A number from {@code min} to {@code max}, both allowed, as a double. */
  public static Form number(double min, double max) {
    return new NumberForm(min, max, false);
  }

  /** A number above {@code bound}, as a double. */
  public static Form above(double bound) {
    return new NumberForm(bound, Double.POSITIVE_INFINITY, true);
  }

  /** A string, a number or a truth value, unchanged. */
  public static Form scalar() {
    return new ScalarForm();
  }

  /** True or false. */
  public static Form flag() {
    return new FlagForm();
  }

  /** Null, where a field may be told to have no value. */
  public static Form nothing() {
    return new NullForm();
  }

  /** Whatever the document says, unchanged. */
  public static Form any() {
    return new AnyForm();
  }

  /** A list of at least {@code min} elements, each in one of {@code elements}. */
  public static Form list(int min, Form... elements) {
    return new ListForm(min, new UnionForm(List.of(elements)));
  }

  /** A list of exactly {@code size} elements, each in one of {@code elements}. */
  public static Form tuple(int size, Form... elements) {
    return new TupleForm(size, new ListForm(size, new UnionForm(List.of(elements))));
  }

  /** A number from 0 to below 1, as a double. */
  public static Form fraction() {
    return new FractionForm();
  }

  /** An object with any keys, each value in one of {@code values}. */
  public static Form map(Form... values) {
    return new MapForm(new UnionForm(List.of(values)));
  }

  /** A selector of a value of one of these kinds; of any kind where none is named. */
  public static Form reference(Kind... kinds) {
    return reference(Target.ANY, kinds);
  }

  /** A selector of an input of one of these kinds, never of what a step gives. */
  public static Form input(Kind... kinds) {
    return reference(Target.INPUT, kinds);
  }

  /** A selector of what a step gives of one of these kinds, never of an input. */
  public static Form output(Kind... kinds) {
    return reference(Target.STEP_OUTPUT, kinds);
  }

  private static Form reference(Target target, Kind... kinds) {
    List<Kind> named = kinds.length == 0 ? List.of(Kind.WILDCARD) : Arrays.asList(kinds);
    return new ReferenceForm(new LinkedHashSet<>(named), target);
  }

  /** A selector of a step, for the flow. */
  public static Form step() {
    return new StepForm();
  }
}
