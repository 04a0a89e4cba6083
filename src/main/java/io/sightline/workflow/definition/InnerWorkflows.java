package io.sightline.workflow.definition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Puts the steps of inner workflows in the place of the steps that hold them, the innermost first,
 * so that the rest of the engine knows ordinary steps only.
 */
final class InnerWorkflows {
  static final String TYPE = "roboflow_core/inner_workflow@v1";

  private final Consumer<Map<?, ?>> check;
  private final Rewriting rewriting;

  /**
   * @param maxBytes of a document; what is made of one is bounded by a multiple
   * @param check refuses an inner document that is wrong by itself
   */
  InnerWorkflows(int maxBytes, Consumer<Map<?, ?>> check) {
    this.check = check;
    this.rewriting = new Rewriting(maxBytes);
  }

  /**
   * The document without inner workflows.
   *
   * @throws DefinitionException where they are wrong, nested too deep or too many
   */
  Map<?, ?> expand(Map<?, ?> document) {
    new InnerWorkflowRules().check(document);
    return expandLevel(document);
  }

  private Map<?, ?> expandLevel(Map<?, ?> document) {
    Map<?, ?> level = document;
    for (int i = place(level, 0); i >= 0; i = place(level, i)) {
      level = expandStep(level, i);
    }
    return level;
  }

  /** Where the next step is, from {@code from} on, that holds an inner workflow; -1 without one. */
  private static int place(Map<?, ?> level, int from) {
    if (level.get("steps") instanceof List<?> steps) {
      for (int i = from; i < steps.size(); i++) {
        if (steps.get(i) instanceof Map<?, ?> step && TYPE.equals(step.get("type"))) {
          return i;
        }
      }
    }
    return -1;
  }

  private Map<?, ?> expandStep(Map<?, ?> level, int place) {
    List<?> steps = (List<?>) level.get("steps");
    Map<?, ?> step = (Map<?, ?>) steps.get(place);
    Map<?, ?> given = (Map<?, ?>) step.get("workflow_definition");
    if (!(given.get("steps") instanceof List<?>)) {
      throw InnerWorkflowRules.entry(
          "inner_workflow step `{inner_name}` requires `steps` list, got "
              + InnerWorkflowRules.type(given.get("steps"))
              + ".");
    }
    Map<?, ?> inner = expandLevel(given);
    if (!(step.get("name") instanceof String name) || name.isEmpty()) {
      throw InnerWorkflowRules.entry("inner_workflow step requires a non-empty string `name`.");
    }
    check.accept(inner);
    Map<String, String> bindings = InnerBindings.of(name, step.get("parameter_bindings"));
    InnerBindings.check(name, bindings, (List<?>) inner.get("inputs"));
    return put(level, place, name, inner, bindings);
  }

  private Map<?, ?> put(
      Map<?, ?> level, int place, String name, Map<?, ?> inner, Map<String, String> bindings) {
    List<?> steps = (List<?>) level.get("steps");
    List<?> innerSteps = (List<?>) inner.get("steps");
    if (innerSteps.isEmpty()) {
      throw InnerWorkflowRules.entry(
          "inner_workflow step `%s` has no steps to inline.".formatted(name));
    }
    Map<String, String> names = names(name, steps, innerSteps);
    InnerNames references =
        new InnerNames(
            names, bindings, InnerBindings.defaults((List<?>) inner.get("inputs"), bindings));
    List<Object> inlined = new ArrayList<>();
    for (Object element : innerSteps) {
      inlined.add(inlined((Map<?, ?>) element, references));
    }
    OuterNames outer =
        new OuterNames(
            name,
            outputs(name, (List<?>) inner.get("outputs"), references),
            names.get(((Map<?, ?>) innerSteps.get(0)).get("name")));
    Map<Object, Object> parent = new LinkedHashMap<>(level);
    parent.put("steps", without(steps, place));
    Map<Object, Object> all =
        new LinkedHashMap<>((Map<?, ?>) rewriting.map(parent, outer::rewrite));
    List<Object> together = new ArrayList<>((List<?>) all.get("steps"));
    together.addAll(place, inlined);
    all.put("steps", together);
    return all;
  }

  private Map<?, ?> inlined(Map<?, ?> step, InnerNames references) {
    Map<Object, Object> inlined =
        new LinkedHashMap<>((Map<?, ?>) rewriting.map(step, references::inner));
    inlined.put("name", references.steps().get(step.get("name")));
    return inlined;
  }

  private static List<Object> without(List<?> steps, int place) {
    List<Object> others = new ArrayList<>(steps);
    others.remove(place);
    return others;
  }

  /** The inner steps' names in the parent. */
  private static Map<String, String> names(String name, List<?> siblings, List<?> innerSteps) {
    Set<Object> used = new HashSet<>();
    for (Object sibling : siblings) {
      if (sibling instanceof Map<?, ?> map && !name.equals(map.get("name"))) {
        used.add(map.get("name"));
      }
    }
    Map<String, String> names = new HashMap<>();
    for (Object element : innerSteps) {
      String old = (String) ((Map<?, ?>) element).get("name");
      String base = name + "__" + old;
      String candidate = base;
      for (int suffix = 2; used.contains(candidate); suffix++) {
        candidate = base + "__" + suffix;
      }
      used.add(candidate);
      names.putIfAbsent(old, candidate);
    }
    return names;
  }

  private static Map<String, String> outputs(String name, List<?> outputs, InnerNames references) {
    Map<String, String> selectors = new HashMap<>();
    for (Object element : outputs) {
      Map<?, ?> output = (Map<?, ?>) element;
      Object selector = references.inner((String) output.get("selector"));
      if (!(selector instanceof String text)) {
        throw InnerWorkflowRules.entry(
            "inner_workflow `%s` child output `%s` selector must rewrite to a string selector after inlining, got %s."
                .formatted(name, output.get("name"), InnerWorkflowRules.type(selector)));
      }
      selectors.put((String) output.get("name"), text);
    }
    return selectors;
  }
}
