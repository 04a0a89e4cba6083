package io.sightline.workflow.compiler;

import io.sightline.workflow.block.Field;
import io.sightline.workflow.block.Kind;
import io.sightline.workflow.block.OutputField;
import io.sightline.workflow.block.Reference;
import io.sightline.workflow.block.Selector;
import io.sightline.workflow.definition.Fault;
import io.sightline.workflow.definition.OutputDefinition;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks that every selector points to something, and to something of a kind that fits. */
final class ReferenceChecker {
  private final Nodes nodes;

  ReferenceChecker(Nodes nodes) {
    this.nodes = nodes;
  }

  void check() {
    for (CheckedStep step : nodes.steps()) {
      Set<String> controlled = new HashSet<>();
      step.references((field, reference) -> check(step, field, reference, controlled));
    }
    nodes.outputs().forEach(this::check);
  }

  private void check(CheckedStep step, Field field, Reference reference, Set<String> controlled) {
    Selector selector = reference.selector();
    if (!exists(selector)) {
      boolean top = step.fields().get(field.name()) == reference;
      throw missing(selector, step.name(), step.typeName(), top ? field.name() : null);
    }
    if (reference.kinds().isEmpty()) {
      if (!controlled.add(selector.node())) {
        throw CompilationException.structure(
            "While establishing flow-control connection between source `%s` and target `%s` it was"
                    .formatted(step.selector(), selector.node())
                + " discovered that source step defines control flow transition into target one"
                + " more than once, which is not allowed as that situation creates ambiguity in"
                + " selecting execution branch.");
      }
      return;
    }
    if (!selector.ofInput() && !selector.ofStepOutput()) {
      throw CompilationException.structure(
          "Detected reference to other step in manifest of step %s. This is not allowed, as step"
                  .formatted(step.selector())
              + " manifest does not define any properties of type `StepSelector` allowing for"
              + " defining connections between steps that represent flow control in `workflows`.");
    }
    Collection<Kind> actual = kinds(step, field, selector);
    if (!reference.kinds().contains(Kind.WILDCARD)
        && actual.stream().noneMatch(a -> reference.kinds().stream().anyMatch(a::matches))) {
      throw new CompilationException(
          "ReferenceTypeError",
          "Failed to validate reference provided for step: %s regarding property: %s with value: %s."
                  .formatted(step.selector(), field.name(), selector)
              + " Allowed kinds of references for this property: %s. Types of output for referred"
                  .formatted(names(field.kinds()))
              + " property: "
              + names(actual),
          CompilationException.GRAPH,
          List.of());
    }
  }

  private Collection<Kind> kinds(CheckedStep step, Field field, Selector selector) {
    if (selector.ofInput()) {
      return kinds(nodes.input(selector.name()));
    }
    CheckedStep target = nodes.step(selector.name());
    for (OutputField output : target.outputs()) {
      if (output.name().equals(selector.property())) {
        return output.kinds();
      }
    }
    throw CompilationException.structure(
        "Found reference to non-existing property `%s` of step `%s`."
            .formatted(selector.property(), target.name()),
        new Fault(
            "steps." + step.index(),
            step.name(),
            step.typeName(),
            field.name(),
            "'%s.%s' is an invalid reference".formatted(target.name(), selector.property()),
            null));
  }

  private void check(OutputDefinition output) {
    Selector selector = new Selector(output.selector());
    if (!exists(selector)) {
      throw missing(selector, "$outputs", null, output.name());
    }
    if (selector.ofInput()) {
      return;
    }
    boolean known =
        selector.ofStepOutput()
            && (selector.property().equals("*")
                || nodes.step(selector.name()).outputs().stream()
                    .anyMatch(o -> o.name().equals(selector.property())));
    if (!known) {
      throw CompilationException.target(
          "Workflow output references '%s' which points to a non-existent block property."
              .formatted(selector),
          fault(selector.text(), "$outputs", null, output.name()));
    }
  }

  private boolean exists(Selector selector) {
    return selector.ofInput()
        ? nodes.input(selector.name()) != null && selector.text().startsWith("$inputs.")
        : selector.text().startsWith("$steps.") && nodes.step(selector.name()) != null;
  }

  private static CompilationException missing(
      Selector selector, String step, String type, String property) {
    return CompilationException.target(
        "Workflow references '%s' which points to a non-existent %s."
            .formatted(selector.node(), selector.ofInput() ? "input parameter" : "block"),
        fault(selector.node(), step, type, property));
  }

  private static Fault fault(String node, String step, String type, String property) {
    return new Fault(step, step, type, property, "Invalid reference to " + node, null);
  }

  static Set<Kind> kinds(InputNode input) {
    return input.kinds().stream()
        .map(Kind::new)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static String names(Collection<Kind> kinds) {
    return kinds.stream()
        .map(k -> "'" + k.name() + "'")
        .distinct()
        .collect(Collectors.joining(", ", "[", "]"));
  }
}
