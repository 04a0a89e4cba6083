package io.sightline.workflow.definition;

import java.util.List;
import java.util.Map;

/** What holds of inner workflows before they are put in place. */
final class InnerWorkflowRules {
  private static final String COMPOSITION = "workflow_compilation | inner_workflow | composition";
  private static final String RESOLUTION = "workflow_compilation | inner_workflow_spec_resolution";

  private static final int MAX_DEPTH = 4;
  private static final int MAX_COUNT = 32;

  private int count;

  /**
   * @throws DefinitionException where a part is missing, they are nested too deep or too many
   */
  void check(Map<?, ?> document) {
    checkStored(document);
    int depth = depth(document);
    if (depth > MAX_DEPTH) {
      throw composition(
          "InnerWorkflowNestingDepthError",
          "Inner workflow nesting depth from root '%s' is %d, which exceeds the limit of %d."
              .formatted(Fingerprint.of(document), depth, MAX_DEPTH));
    }
    if (count > MAX_COUNT) {
      throw composition(
          "InnerWorkflowTotalCountError",
          "Inner workflow step count is %d, which exceeds the limit of %d."
              .formatted(count, MAX_COUNT));
    }
  }

  /** What should be steps; texts and keys take their places where there is no list. */
  private static List<?> steps(Map<?, ?> document) {
    Object steps = document.get("steps");
    if (steps instanceof Map<?, ?> map) {
      return List.copyOf(map.keySet());
    }
    if (steps instanceof String text && !text.isEmpty()) {
      return List.of(text);
    }
    return steps instanceof List<?> list ? list : List.of();
  }

  /** Workflows that are stored elsewhere cannot be fetched. */
  private static void checkStored(Map<?, ?> document) {
    for (Object element : steps(document)) {
      if (element instanceof Map<?, ?> step && InnerWorkflows.TYPE.equals(step.get("type"))) {
        if (named(step.get("workflow_workspace_id")) && named(step.get("workflow_id"))) {
          boolean both = step.get("workflow_definition") instanceof Map<?, ?> map && !map.isEmpty();
          String name = step.get("name") instanceof String s ? s : "<unknown>";
          throw new DefinitionException(
              "WorkflowDefinitionError",
              both
                  ? "inner_workflow step `%s` must not set both `workflow_definition` and reference fields"
                          .formatted(name)
                      + " (`workflow_workspace_id` / `workflow_id`)."
                  : "inner_workflow step `%s` names a workflow that is stored on Roboflow's platform, which"
                          .formatted(name)
                      + " this server does not fetch; put the workflow itself in"
                      + " `workflow_definition`.",
              RESOLUTION,
              List.of(),
              null);
        }
        if (step.get("workflow_definition") instanceof Map<?, ?> inner) {
          checkStored(inner);
        }
      }
    }
  }

  private static boolean named(Object id) {
    return id != null && !id.toString().isBlank();
  }

  /** How deep inner workflows are nested; counts them. */
  private int depth(Map<?, ?> document) {
    int deepest = 0;
    List<?> steps = steps(document);
    for (int i = 0; i < steps.size(); i++) {
      String place = "Invalid workflow step at index %d: ".formatted(i);
      if (!(steps.get(i) instanceof Map<?, ?> step)) {
        throw entry(
            place + "each step must be a JSON object (dict), got " + type(steps.get(i)) + ".");
      }
      if (InnerWorkflows.TYPE.equals(step.get("type"))) {
        if (!(step.get("workflow_definition") instanceof Map<?, ?> inner)) {
          throw entry(
              place
                  + "`workflow_definition` must be a JSON object (dict), got "
                  + type(step.get("workflow_definition"))
                  + ".");
        }
        count++;
        deepest = Math.max(deepest, 1 + depth(inner));
      }
    }
    return deepest;
  }

  /** An entry of a list that is not what it should be. */
  static DefinitionException entry(String message) {
    return composition("InnerWorkflowInvalidStepEntryError", message);
  }

  private static DefinitionException composition(String errorType, String message) {
    return new DefinitionException(errorType, message, COMPOSITION, List.of(), null);
  }

  /** What Python calls the type of a part of a document. */
  static String type(Object value) {
    if (value == null) {
      return "NoneType";
    }
    if (value instanceof String) {
      return "str";
    }
    if (value instanceof Boolean) {
      return "bool";
    }
    if (value instanceof List<?>) {
      return "list";
    }
    if (value instanceof Map<?, ?>) {
      return "dict";
    }
    return value instanceof Double ? "float" : "int";
  }
}
