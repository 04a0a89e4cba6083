package io.sightline.workflow.blocks.formatters;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A text with placeholders, in the syntax of Python's str.format, read once. */
record Template(List<Part> parts) {
  /** A piece of a template. */
  sealed interface Part {}

  /** Text that stands as it is. */
  record Literal(String text) implements Part {}

  /**
   * Stands for a value.
   *
   * @param name of the value
   * @param conversion r, s, a or whatever else is written; 0 for none
   * @param spec how the value is shown, may hold placeholders itself
   */
  record Placeholder(String name, int conversion, Template spec) implements Part {}

  /** The names that it needs, those inside of specifications, too. */
  Set<String> names() {
    Set<String> names = new TreeSet<>();
    collect(names);
    return names;
  }

  private void collect(Set<String> names) {
    for (Part part : parts) {
      if (part instanceof Placeholder placeholder) {
        names.add(placeholder.name);
        placeholder.spec.collect(names);
      }
    }
  }
}
