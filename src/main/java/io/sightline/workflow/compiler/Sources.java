package io.sightline.workflow.compiler;

import io.sightline.workflow.block.Field;
import io.sightline.workflow.block.Kind;
import io.sightline.workflow.block.OutputField;
import io.sightline.workflow.block.Reference;
import io.sightline.workflow.block.Selector;
import io.sightline.workflow.definition.OutputDefinition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns references into the places where their values lie while the graph runs. */
final class Sources {
  private final Nodes nodes;
  private final Dimensions dimensions;
  private final Map<String, Integer> readers = new HashMap<>();
  private final List<Substitution> substitutions = new ArrayList<>();

  Sources(Nodes nodes, Dimensions dimensions) {
    this.nodes = nodes;
    this.dimensions = dimensions;
    nodes
        .steps()
        .forEach(step -> step.references((field, reference) -> count(reference.selector())));
    nodes.outputs().forEach(output -> count(new Selector(output.selector())));
  }

  private void count(Selector selector) {
    if (all(selector)) {
      for (OutputField output : nodes.step(selector.name()).outputs()) {
        readers.merge(selector.node() + "." + output.name(), 1, Integer::sum);
      }
    } else {
      readers.merge(selector.text(), 1, Integer::sum);
    }
  }

  /** True for $steps.name.*; an input may be named so, too. */
  private static boolean all(Selector selector) {
    return selector.ofStepOutput() && selector.property().equals("*");
  }

  List<Substitution> substitutions() {
    return List.copyOf(substitutions);
  }

  /** One source for each field of the step's manifest. */
  List<Source> of(CheckedStep step) {
    List<Source> sources = new ArrayList<>();
    for (int i = 0; i < step.manifest().fields().size(); i++) {
      Field field = step.manifest().fields().get(i);
      Object value = step.fields().get(field.name());
      InputNode parameter = parameter(value);
      if (parameter != null) {
        sources.add(new Source.Bound(substitutions.size()));
        substitutions.add(new Substitution(step.index(), i, parameter.index()));
      } else {
        sources.add(of(value));
      }
    }
    return List.copyOf(sources);
  }

  private InputNode parameter(Object value) {
    if (value instanceof Reference reference && reference.selector().ofInput()) {
      InputNode input = nodes.input(reference.selector().name());
      if (!input.batch()) {
        return input;
      }
    }
    return null;
  }

  private Source of(Object value) {
    if (value instanceof Reference reference) {
      return reference.kinds().isEmpty()
          ? new Source.Constant(reference.selector().name())
          : of(reference.selector());
    }
    if (value instanceof List<?> list) {
      List<Source> elements = list.stream().map(this::of).toList();
      return constant(elements)
          ? new Source.Constant(
              Collections.unmodifiableList(
                  new ArrayList<>(elements.stream().map(Sources::constant).toList())))
          : new Source.ListOf(elements);
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, Source> values = new LinkedHashMap<>();
      map.forEach((key, v) -> values.put(String.valueOf(key), of(v)));
      if (!constant(values.values())) {
        return new Source.MapOf(Collections.unmodifiableMap(values));
      }
      Map<String, Object> constants = new LinkedHashMap<>();
      values.forEach((key, v) -> constants.put(key, constant(v)));
      return new Source.Constant(Collections.unmodifiableMap(constants));
    }
    return new Source.Constant(value);
  }

  private static Object constant(Source source) {
    return ((Source.Constant) source).value();
  }

  private static boolean constant(Iterable<Source> sources) {
    for (Source source : sources) {
      if (!(source instanceof Source.Constant)) {
        return false;
      }
    }
    return true;
  }

  private Source of(Selector selector) {
    int depth = dimensions.lineage(selector).size();
    if (selector.ofInput()) {
      return new Source.Input(nodes.input(selector.name()).index(), depth);
    }
    CheckedStep step = nodes.step(selector.name());
    int index = 0;
    while (!step.outputs().get(index).name().equals(selector.property())) {
      index++;
    }
    return output(step, index, depth, selector.node());
  }

  private Source output(CheckedStep step, int index, int depth, String node) {
    String text = node + "." + step.outputs().get(index).name();
    return new Source.StepOutput(step.index(), index, depth, readers.get(text) == 1);
  }

  OutputNode of(OutputDefinition output) {
    Selector selector = new Selector(output.selector());
    List<String> lineage = dimensions.lineage(selector);
    boolean ofImages = lineage.isEmpty() || lineage.get(0).equals(Nodes.IMAGES);
    if (all(selector)) {
      Map<String, Source> all = new LinkedHashMap<>();
      Map<String, List<String>> kinds = new LinkedHashMap<>();
      CheckedStep step = nodes.step(selector.name());
      for (int i = 0; i < step.outputs().size(); i++) {
        OutputField field = step.outputs().get(i);
        all.put(field.name(), output(step, i, lineage.size(), selector.node()));
        kinds.put(field.name(), names(field.kinds()));
      }
      Source source = new Source.MapOf(Collections.unmodifiableMap(all));
      return new OutputNode(
          output.name(),
          source,
          output.rootCoordinates(),
          ofImages,
          true,
          Collections.unmodifiableMap(kinds));
    }
    return new OutputNode(
        output.name(),
        of(selector),
        output.rootCoordinates(),
        ofImages,
        false,
        Map.of(output.name(), names(kinds(selector))));
  }

  private static List<String> names(List<Kind> kinds) {
    return kinds.stream().map(Kind::name).toList();
  }

  private List<Kind> kinds(Selector selector) {
    if (selector.ofInput()) {
      return List.copyOf(ReferenceChecker.kinds(nodes.input(selector.name())));
    }
    return nodes.step(selector.name()).outputs().stream()
        .filter(o -> o.name().equals(selector.property()))
        .findFirst()
        .map(OutputField::kinds)
        .orElse(List.of());
  }
}
