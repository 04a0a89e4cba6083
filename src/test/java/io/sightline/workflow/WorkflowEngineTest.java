package io.sightline.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sightline.settings.ReferenceFile;
import io.sightline.vision.ImagePool;
import io.sightline.vision.ImageScope;
import io.sightline.workflow.block.BlockException;
import io.sightline.workflow.blocks.secrets.AllowedVariables;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class WorkflowEngineTest {
  private static final String EMPTY =
      "{\"version\":\"1.0\",\"inputs\":[],\"steps\":[],\"outputs\":[]}";

  private final WorkflowEngine engine =
      new WorkflowEngine(new ReferenceFile(Map.of()).settings(), c -> null, Runnable::run);

  private WorkflowException refused(String definition) {
    return assertThrows(WorkflowException.class, () -> engine.compile(definition, "image"));
  }

  @Test
  void theDefaultDefinitionIsValid() {
    engine.validate(engine.defaultDefinition());
  }

  @Test
  void theDefaultDefinitionTakesTheModelOfTheSettings() {
    Map<String, String> environment = Map.of("SIGHTLINE_MODEL_DEFAULT", "other/7");
    WorkflowEngine other =
        new WorkflowEngine(new ReferenceFile(environment).settings(), c -> null, Runnable::run);
    assertTrue(other.defaultDefinition().contains("\"model_id\" : \"other/7\""));
    assertTrue(engine.defaultDefinition().contains("\"model_id\" : \"ssdlite-mobilenet-v2\""));
  }

  @Test
  @DisplayName("WF-2: a step that cannot run on this server is told before the first frame")
  void refusesAStepWhoseResourceIsMissing() {
    WorkflowException e = refused(engine.defaultDefinition());
    assertEquals(
        "step 'model': needs a ModelStore, which this server does not offer", e.getMessage());
    assertEquals("model", e.blockErrors().get(0).blockId());
    assertTrue(e.getCause() instanceof BlockException);
  }

  @Test
  void refusesAnImageInputThatIsNotThere() {
    String definition =
        """
        {"version":"1.0","inputs":[{"type":"WorkflowImage","name":"camera"}],
         "steps":[],"outputs":[]}\
        """;
    assertEquals(
        "the workflow has no image input named 'image', it has [camera]",
        refused(definition).getMessage());
    engine.compile(definition, "camera").close();
  }

  @Test
  void anInputNamedAsAllOutputsOfAStepIsOneValue() {
    String definition =
        """
        {"version":"1.0","inputs":[{"type":"WorkflowParameter","name":"*","default_value":7}],
         "steps":[],"outputs":[{"type":"JsonField","name":"o","selector":"$inputs.*"}]}\
        """;
    try (Workflow workflow = engine.compile(definition);
        ImageScope scope = new ImageScope(Fixture.POOL)) {
      assertEquals(List.of(Map.of("o", 7)), workflow.runBatch(Map.of(), scope));
    }
  }

  @Test
  void allOutputsOfAStepMayHaveNamesThatNoSelectorHas() {
    String definition =
        """
        {"version":"1.0","inputs":[],
         "steps":[{"type":"roboflow_core/json_parser@v1","name":"s","raw_json":"{\\"a.b\\":7}",
                   "expected_fields":["a.b","$inputs."]}],
         "outputs":[{"type":"JsonField","name":"o","selector":"$steps.s.*"}]}\
        """;
    try (Workflow workflow = engine.compile(definition);
        ImageScope scope = new ImageScope(Fixture.POOL)) {
      Map<?, ?> all = (Map<?, ?>) workflow.runBatch(Map.of(), scope).get(0).get("o");
      assertEquals(7, all.get("a.b"));
      assertTrue(all.containsKey("$inputs."));
    }
  }

  @Test
  void anUnknownBlockNamesItsNearestKnownOnes() {
    WorkflowException e =
        refused(
            """
            {"version":"1.0","inputs":[],"outputs":[],
             "steps":[{"type":"roboflow_core/bounding_boxes@v1","name":"b"}]}\
            """);
    assertEquals("WorkflowSyntaxError", e.errorType());
    WorkflowException.BlockError error = e.blockErrors().get(0);
    assertEquals("b", error.blockId());
    assertTrue(
        error.propertyDetails().contains("roboflow_core/bounding_box_visualization@v1"),
        error::propertyDetails);
  }

  @Test
  @DisplayName("KS-5: a workflow without side effects needs no way out, and takes none")
  void sinksRunWithoutEffectWhereTheyAreDisabled() {
    String definition =
        """
        {"version":"1.0","inputs":[],
         "steps":[{"type":"roboflow_core/webhook_sink@v1","name":"s","method":"POST",
                   "url":"https://hooks.example/"}],
         "outputs":[{"type":"JsonField","name":"m","selector":"$steps.s.message"}]}\
        """;
    assertTrue(refused(definition).getMessage().contains("needs a WebhookOutbox"));
    try (Workflow workflow = engine.compile(definition, "image", false);
        ImageScope scope = new ImageScope(Fixture.POOL)) {
      assertEquals(
          List.of(Map.of("m", "Sink was disabled by workflow execution policy")),
          workflow.runBatch(Map.of(), scope));
    }
  }

  @Test
  @DisplayName(
      "WF-2: a check of a document tells which step the settings forbid, and loads no model")
  void aCheckTellsWhichStepTheSettingsForbid() {
    String definition =
        """
        {"version":"1.0","inputs":[{"type":"WorkflowImage","name":"image"}],"outputs":[],
         "steps":[{"type":"roboflow_core/roboflow_object_detection_model@v2","name":"m",
                   "images":"$inputs.image","model_id":"nope/3"},
                  {"type":"roboflow_core/environment_secrets_store@v1","name":"s",
                   "variables_storing_secrets":["PATH"]}]}\
        """;
    WorkflowException e = assertThrows(WorkflowException.class, () -> check(definition, Set.of()));
    assertEquals("BlockInitialisationError", e.errorType());
    assertEquals("s", e.blockErrors().get(0).blockId());
    assertTrue(e.getMessage().contains("sightline.workflow.secrets.variables"), e::getMessage);
    check(definition, Set.of("PATH"));
  }

  private static void check(String definition, Set<String> variables) {
    AllowedVariables allowed = new AllowedVariables(variables, name -> "");
    new WorkflowEngine(
            new ReferenceFile(Map.of()).settings(),
            type -> type == AllowedVariables.class ? allowed : null,
            Runnable::run)
        .validate(definition);
  }

  @Test
  void aBlockThatIsNotHereOnPurposeIsRefusedWithTheReason() {
    WorkflowException e =
        refused(
            """
            {"version":"1.0","inputs":[],"outputs":[],
             "steps":[{"type":"roboflow_core/slack_notification@v1","name":"s"}]}\
            """);
    assertEquals("WorkflowSyntaxError", e.errorType());
    String details = e.blockErrors().get(0).propertyDetails();
    assertTrue(
        details.startsWith(
            "Block 'roboflow_core/slack_notification@v1' is not available: it sends"),
        details);
    assertTrue(details.contains("roboflow_core/webhook_sink@v1"), details);
  }

  @Test
  @DisplayName("WF-4: one exception leaves the face, its cause tells everything that is wrong")
  void theCauseOfASyntaxErrorTellsEveryFault() {
    WorkflowException e = refused("{\"steps\":[{\"type\":\"X\",\"name\":\"x\"}]}");
    String all = e.getCause().getMessage();
    assertTrue(all.startsWith("4 validation errors\nversion: Field required\n"), all);
    assertEquals(1, e.blockErrors().size());
  }

  @Test
  void compilesAnEmptyDocument() {
    try (Workflow workflow = engine.compile(EMPTY, "image")) {
      assertEquals(List.of(), workflow.outputs());
    }
  }

  @Test
  void hostileDocumentsAreRefused() {
    for (String text :
        List.of(
            "",
            "null",
            "[".repeat(100_000),
            "{\"version\":" + "9".repeat(5000) + "}",
            "{\"version\":\"1.0\",\"inputs\":[],\"outputs\":[],\"steps\":["
                + "{},".repeat(500)
                + "{}]}",
            EMPTY.replace("\"1.0\"", "\"" + "1.".repeat(5000) + "0\""),
            EMPTY.replace(
                "\"outputs\":[]",
                "\"outputs\":[{\"type\":\"JsonField\","
                    + "\"name\":\"o\",\"selector\":\"$steps.\"}]"),
            EMPTY.replace(
                "\"outputs\":[]",
                "\"outputs\":[{\"type\":\"JsonField\","
                    + "\"name\":\"o\",\"selector\":\"$inputs\"}]"))) {
      refused(text);
    }
  }

  @Test
  @DisplayName("BL-7: what one evaluation of the query language handles is bounded by a setting")
  void boundsEvaluations() {
    WorkflowEngine narrow =
        new WorkflowEngine(
            new ReferenceFile(Map.of("SIGHTLINE_WORKFLOW_EVALUATION_MAX", "1000")).settings(),
            c -> null,
            Runnable::run);
    String definition =
        """
        {"version": "1.0", "inputs": [{"type": "WorkflowBatchInput", "name": "text"}],
         "steps": [{"type": "roboflow_core/property_definition@v1", "name": "p",
           "data": "$inputs.text", "operations": [{"type": "StringMatches", "regex": "a+b"}]}],
         "outputs": [{"type": "JsonField", "name": "o", "selector": "$steps.p.output"}]}\
        """;
    try (Workflow workflow = narrow.compile(definition);
        ImageScope scope = new ImageScope(new ImagePool(0))) {
      assertEquals(
          false, workflow.runBatch(Map.of("text", List.of("a".repeat(50))), scope).get(0).get("o"));
      WorkflowException e =
          assertThrows(
              WorkflowException.class,
              () -> workflow.runBatch(Map.of("text", List.of("a".repeat(500))), scope));
      assertEquals("OperationError", e.errorType());
      assertTrue(e.getMessage().contains("more than 1000 elements"), e::getMessage);
    }
  }
}
