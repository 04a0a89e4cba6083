package io.sightline.workflow.definition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("J-5: the steps of inner workflows take their place")
class InnerWorkflowsTest {
  private final InnerWorkflows inner = new InnerWorkflows(10_000, document -> {});

  private static Map<String, Object> document(
      List<Object> inputs, List<Object> steps, List<Object> outputs) {
    return Map.of("version", "1.0", "inputs", inputs, "steps", steps, "outputs", outputs);
  }

  private static Map<String, Object> step(String name, String field, Object value) {
    return Map.of("type", "T", "name", name, field, value);
  }

  private static Map<String, Object> holder(
      String name, Map<String, Object> workflow, Map<String, Object> bindings) {
    return Map.of(
        "type",
        InnerWorkflows.TYPE,
        "name",
        name,
        "workflow_definition",
        workflow,
        "parameter_bindings",
        bindings);
  }

  private static Map<String, Object> output(String name, String selector) {
    return Map.of("type", "JsonField", "name", name, "selector", selector);
  }

  private static Map<String, Object> parameter(String name, Object value) {
    Map<String, Object> input = new LinkedHashMap<>();
    input.put("type", "WorkflowParameter");
    input.put("name", name);
    input.put("default_value", value);
    return input;
  }

  private List<?> steps(Map<String, Object> document) {
    return (List<?>) inner.expand(document).get("steps");
  }

  private DefinitionException refused(Map<String, Object> document) {
    return assertThrows(DefinitionException.class, () -> inner.expand(document));
  }

  @Test
  void selectorsAreThoseOfTheParent() {
    Map<String, Object> workflow =
        document(
            List.of(parameter("a", null), parameter("b", List.of(1, 2))),
            List.of(
                step("x", "data", List.of("$inputs.a", "$inputs.b")),
                step("xy", "next", "$steps.x"),
                step("z", "data", Map.of("k", "$steps.x.out", "t", "no $inputs.a"))),
            List.of(output("o", "$steps.z.out"), output("of", "$inputs.a")));
    Map<?, ?> expanded =
        inner.expand(
            document(
                List.of(),
                List.of(
                    step("before", "next", List.of("$steps.w", "$steps.w2")),
                    holder("w", workflow, Map.of("a", "$steps.x.crops")),
                    step("w__x", "data", "$steps.w.o")),
                List.of(output("r", "$steps.w.of"))));
    assertEquals(
        List.of(
            step("before", "next", List.of("$steps.w__x__2", "$steps.w2")),
            step("w__x__2", "data", List.of("$steps.x.crops", List.of(1, 2))),
            step("w__xy", "next", "$steps.w__x__2"),
            step("w__z", "data", Map.of("k", "$steps.w__x__2.out", "t", "no $steps.x.crops")),
            step("w__x", "data", "$steps.w__z.out")),
        expanded.get("steps"));
    assertEquals(List.of(output("r", "$steps.x.crops")), expanded.get("outputs"));
  }

  @Test
  void inputsNeedTheirValuesAndNoOthers() {
    Map<String, Object> workflow =
        document(List.of(parameter("a", null)), List.of(step("x", "d", 1)), List.of());
    DefinitionException missing =
        refused(document(List.of(), List.of(holder("w", workflow, Map.of())), List.of()));
    assertEquals("InnerWorkflowParameterBindingsMissingRequiredError", missing.errorType());
    assertEquals(
        "inner_workflow step `w` is missing parameter_bindings for required child workflow inputs"
            + " ['a']. Omitting a binding is allowed only for `WorkflowParameter` /"
            + " `InferenceParameter` inputs with a non-null `default_value` in the child workflow"
            + " definition.",
        missing.getMessage());
    assertEquals("workflow_compilation | inner_workflow | parameter_bindings", missing.context());
    DefinitionException unknown =
        refused(
            document(
                List.of(), List.of(holder("w", workflow, Map.of("b", "$inputs.i"))), List.of()));
    assertEquals("InnerWorkflowParameterBindingsUnknownInputError", unknown.errorType());
  }

  @Test
  void nestingAndNumberAreBounded() {
    Map<String, Object> workflow = document(List.of(), List.of(step("x", "d", 1)), List.of());
    Map<String, Object> deep = workflow;
    for (int i = 0; i < 4; i++) {
      deep = document(List.of(), List.of(holder("w", deep, Map.of())), List.of());
    }
    assertEquals(List.of(step("w__w__w__w__x", "d", 1)), steps(deep));
    Map<String, Object> deeper =
        document(List.of(), List.of(holder("w", deep, Map.of())), List.of());
    DefinitionException e = refused(deeper);
    assertEquals("InnerWorkflowNestingDepthError", e.errorType());
    assertTrue(
        e.getMessage().matches(".*from root '[0-9a-f]{64}' is 5, which exceeds the limit of 4\\."));
    List<Object> many = new ArrayList<>();
    for (int i = 0; i <= 32; i++) {
      many.add(holder("w" + i, workflow, Map.of()));
    }
    assertEquals(
        "InnerWorkflowTotalCountError", refused(document(List.of(), many, List.of())).errorType());
  }

  @Test
  void whatIsMadeOfADocumentIsBounded() {
    List<Object> uses = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      uses.add("$inputs.a");
    }
    Map<String, Object> workflow =
        document(List.of(parameter("a", null)), List.of(step("x", "d", uses)), List.of());
    Map<String, Object> long1 = Map.of("a", "x".repeat(5000));
    assertTrue(
        refused(document(List.of(), List.of(holder("w", workflow, long1)), List.of()))
            .getMessage()
            .startsWith("Inner workflows make far more"));
    Object value = List.of("leaf");
    for (int level = 0; level < 4; level++) {
      value = java.util.Collections.nCopies(20, value);
    }
    Map<String, Object> wide =
        document(List.of(parameter("a", value)), List.of(step("x", "d", uses)), List.of());
    assertTrue(
        refused(document(List.of(), List.of(holder("w", wide, Map.of())), List.of()))
            .getMessage()
            .startsWith("Inner workflows make far more"));
  }

  @Test
  void whatIsNoWorkflowIsRefused() {
    DefinitionException none =
        refused(
            document(
                List.of(), List.of(Map.of("type", InnerWorkflows.TYPE, "name", "w")), List.of()));
    assertEquals("InnerWorkflowInvalidStepEntryError", none.errorType());
    assertEquals(
        "Invalid workflow step at index 0: `workflow_definition` must be a JSON object (dict), got"
            + " NoneType.",
        none.getMessage());
    assertEquals(
        "inner_workflow step `w` has no steps to inline.",
        refused(
                document(
                    List.of(),
                    List.of(holder("w", document(List.of(), List.of(), List.of()), Map.of())),
                    List.of()))
            .getMessage());
    assertEquals(
        "Invalid workflow step at index 1: each step must be a JSON object (dict), got list.",
        refused(document(List.of(), List.of(step("x", "d", 1), List.of()), List.of()))
            .getMessage());
    DefinitionException stored =
        refused(
            document(
                List.of(),
                List.of(
                    Map.of(
                        "type",
                        InnerWorkflows.TYPE,
                        "name",
                        "w",
                        "workflow_workspace_id",
                        "local",
                        "workflow_id",
                        "x")),
                List.of()));
    assertEquals("WorkflowDefinitionError", stored.errorType());
  }

  /** The hash is what Python's hashlib gives for the sorted JSON. */
  @Test
  void documentsHaveTheNameThatTheReferenceGivesThem() {
    Map<String, Object> step = new LinkedHashMap<>();
    step.put("b", Arrays.asList(1, 2.5, 1e20, 1e-7, true, null));
    step.put("a", "é\n\"");
    assertEquals(
        "d0c0aa35c83ba71be753a7c20a52081a67c60f8ec2d8cf83b86fbd67c013a706",
        Fingerprint.of(Map.of("version", "1.0", "steps", List.of(step), "inputs", List.of())));
  }
}
