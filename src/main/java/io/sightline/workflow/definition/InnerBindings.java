package io.sightline.workflow.definition;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What a step gives to the inputs of its inner workflow. */
final class InnerBindings {
  private static final String CONTEXT =
      "workflow_compilation | inner_workflow | parameter_bindings";
  private static final Set<String> PARAMETERS = Set.of("WorkflowParameter", "InferenceParameter");

  private static final Set<Object> EMPTY = Set.of("", false, 0, 0.0, List.of());

  private InnerBindings() {}

  /**
   * The bindings as texts.
   *
   * @throws DefinitionException where they are no object of selectors
   */
  static Map<String, String> of(String step, Object given) {
    Map<String, String> bindings = new LinkedHashMap<>();
    if (EMPTY.contains(given == null ? "" : given)) {
      return bindings;
    }
    if (!(given instanceof Map<?, ?> map)) {
      throw InnerWorkflowRules.entry(
          "inner_workflow step `%s` requires `parameter_bindings` object.".formatted(step));
    }
    map.forEach((name, value) -> bindings.put((String) name, text(step, (String) name, value)));
    return bindings;
  }

  private static String text(String step, String name, Object value) {
    if (value instanceof String text) {
      return text;
    }
    if (value instanceof Boolean flag) {
      return flag ? "True" : "False";
    }
    if (value instanceof Number) {
      return value.toString();
    }
    if (value == null) {
      return "None";
    }
    throw InnerWorkflowRules.entry(
        "inner_workflow step `%s` binds `%s` to something that is no selector."
            .formatted(step, name));
  }

  /**
   * @param inputs of the inner workflow, right by themselves
   * @throws DefinitionException where there is no such input, or one lacks its value
   */
  static void check(String step, Map<String, String> bindings, List<?> inputs) {
    Set<String> expected = new TreeSet<>();
    Set<String> missing = new TreeSet<>();
    for (Object element : inputs) {
      Map<?, ?> input = (Map<?, ?>) element;
      String name = (String) input.get("name");
      expected.add(name);
      boolean hasDefault =
          PARAMETERS.contains(input.get("type")) && input.get("default_value") != null;
      if (!hasDefault && !bindings.containsKey(name)) {
        missing.add(name);
      }
    }
    Set<String> unknown = new TreeSet<>(bindings.keySet());
    unknown.removeAll(expected);
    if (!unknown.isEmpty()) {
      throw new DefinitionException(
          "InnerWorkflowParameterBindingsUnknownInputError",
          "inner_workflow step `%s` parameter_bindings references unknown child workflow input names %s."
                  .formatted(step, listed(unknown))
              + " Valid input names: %s.".formatted(listed(expected)),
          CONTEXT,
          List.of(),
          null);
    }
    if (!missing.isEmpty()) {
      throw new DefinitionException(
          "InnerWorkflowParameterBindingsMissingRequiredError",
          "inner_workflow step `%s` is missing parameter_bindings for required child workflow inputs %s."
                  .formatted(step, listed(missing))
              + " Omitting a binding is allowed only for `WorkflowParameter` / `InferenceParameter`"
              + " inputs with a non-null `default_value` in the child workflow definition.",
          CONTEXT,
          List.of(),
          null);
    }
  }

  /** The values of the inputs that are not bound. */
  static Map<String, Object> defaults(List<?> inputs, Map<String, String> bindings) {
    Map<String, Object> defaults = new LinkedHashMap<>();
    for (Object element : inputs) {
      Map<?, ?> input = (Map<?, ?>) element;
      if (PARAMETERS.contains(input.get("type"))
          && input.get("default_value") != null
          && !bindings.containsKey((String) input.get("name"))) {
        defaults.put((String) input.get("name"), input.get("default_value"));
      }
    }
    return defaults;
  }

  private static String listed(Set<String> names) {
    return names.isEmpty() ? "[]" : "['" + String.join("', '", names) + "']";
  }
}
