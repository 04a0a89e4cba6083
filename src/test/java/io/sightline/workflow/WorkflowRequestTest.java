package io.sightline.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sightline.settings.ReferenceFile;
import io.sightline.vision.ImagePool;
import io.sightline.vision.ImageScope;
import io.sightline.workflow.block.Block;
import io.sightline.workflow.block.BlockCatalog;
import io.sightline.workflow.block.BlockContext;
import io.sightline.workflow.block.BlockResult;
import io.sightline.workflow.block.BlockType;
import io.sightline.workflow.block.Field;
import io.sightline.workflow.block.Forms;
import io.sightline.workflow.block.Kind;
import io.sightline.workflow.block.Manifest;
import io.sightline.workflow.block.Sinks;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a request that brings all its inputs gets. */
class WorkflowRequestTest {
  private final List<String> calls = new ArrayList<>();
  private final ImagePool pool = new ImagePool(0);

  /** A block that notes its calls; what it answers hangs on its text. */
  private final class Probe implements BlockType {
    @Override
    public Manifest manifest() {
      return MANIFEST;
    }

    @Override
    public Block create(BlockContext context) {
      Sinks sinks = context.resource(Sinks.class);
      return input -> {
        calls.add(context.stepName() + " " + sinks);
        String text = input.text("text");
        if (text.startsWith("fail")) {
          throw new IllegalStateException("as told: " + text);
        }
        int count = text.equals("many") ? 8 : 2;
        return new BlockResult.Elements(Collections.nCopies(count, BlockResult.of(text)));
      };
    }
  }

  private static final Manifest MANIFEST =
      Manifest.of("test/probe@v1")
          .field(Field.required("text", "", Forms.text(), Forms.reference(Kind.WILDCARD)))
          .output("texts", new Kind("secret"))
          .outputOffset(1)
          .build();

  private List<Map<String, Object>> run(String first, String inputs, Map<String, Object> values) {
    return run(first, inputs, values, () -> false);
  }

  private List<Map<String, Object>> run(
      String first, String inputs, Map<String, Object> values, BooleanSupplier abandoned) {
    String document =
        """
        {"version": "1.0", "inputs": [%s], "steps": [
          {"type": "test/probe@v1", "name": "a", "text": "%s"},
          {"type": "test/probe@v1", "name": "b", "text": "$steps.a.texts"}],
         "outputs": [{"type": "JsonField", "name": "o", "selector": "$steps.a.texts"},
                     {"type": "JsonField", "name": "all", "selector": "$steps.a.*"}]}\
        """
            .formatted(inputs, first);
    WorkflowEngine engine =
        new WorkflowEngine(
            new ReferenceFile(
                    Map.of(
                        "SIGHTLINE_WORKFLOW_BATCH_MAX",
                        "5",
                        "SIGHTLINE_WORKFLOW_ELEMENTS_MAX",
                        "6",
                        "SIGHTLINE_WORKFLOW_LIST_MAX",
                        "10"))
                .settings(),
            new BlockCatalog(List.of(new Probe())),
            type -> null,
            Runnable::run);
    try (Workflow workflow = engine.compile(document, !first.equals("quiet"));
        ImageScope scope = new ImageScope(pool)) {
      return workflow.runBatch(values, scope, abandoned);
    }
  }

  private WorkflowException refusal(String first) {
    return assertThrows(WorkflowException.class, () -> run(first, "", Map.of()));
  }

  @Test
  void beginsNoStepThatNobodyWaitsFor() {
    assertEquals(List.of(), run("x", "", Map.of(), () -> calls.size() > 1));
    assertEquals(List.of("a ENABLED", "b ENABLED"), calls, "b has two elements, the first ran");
    calls.clear();
    assertEquals(List.of(), run("x", "", Map.of(), () -> true));
    assertEquals(List.of(), calls);
  }

  @Test
  void stepsKnowWhetherTheyMaySend() {
    run("quiet", "", Map.of());
    assertEquals(List.of("a DISABLED", "b DISABLED", "b DISABLED"), calls);
    calls.clear();
    run("loud", "", Map.of());
    assertEquals("a ENABLED", calls.get(0));
  }

  @Test
  void nothingRunsAfterAFailure() {
    WorkflowException e = refusal("fail");
    assertEquals("StepExecutionError", e.errorType());
    assertEquals("as told: fail", e.getMessage());
    assertEquals("a", e.blockErrors().get(0).blockId());
    assertEquals(List.of("a ENABLED"), calls);
  }

  @Test
  @DisplayName("X-6: all steps together make at most so many elements in a run")
  void boundsElements() {
    assertTrue(
        refusal("many")
            .getMessage()
            .contains("sightline.workflow.elements.max allows 6 in one run"));
  }

  @Test
  void answersShowNoSecret() {
    Map<String, Object> outputs = run("password1", "", Map.of()).get(0);
    assertEquals(List.of("pa********d1", "pa********d1"), outputs.get("o"));
    assertEquals(
        List.of(Map.of("texts", "pa********d1"), Map.of("texts", "pa********d1")),
        outputs.get("all"));
    assertEquals(List.of("********", "********"), run("s3", "", Map.of()).get(0).get("o"));
  }

  private Object echoed(Object secret) {
    String document =
        """
        {"version": "1.0", "inputs": [
          {"type": "WorkflowParameter", "name": "s", "kind": ["string", "secret"]}],
         "steps": [], "outputs": [{"type": "JsonField", "name": "o", "selector": "$inputs.s"}]}\
        """;
    WorkflowEngine engine =
        new WorkflowEngine(
            new ReferenceFile(Map.of()).settings(),
            new BlockCatalog(List.of(new Probe())),
            type -> null,
            Runnable::run);
    try (Workflow workflow = engine.compile(document);
        ImageScope scope = new ImageScope(pool)) {
      return workflow.runBatch(Collections.singletonMap("s", secret), scope).get(0).get("o");
    }
  }

  @Test
  @DisplayName("X-8: secrets of any type are covered in answers")
  void answersShowNoSecretThatIsNoText() {
    for (Object secret :
        List.of(List.of("token-of-mine"), Map.of("key", "token-of-mine"), 12345678, 0.25, true)) {
      assertEquals("********", echoed(secret));
    }
    assertNull(echoed(null));
  }

  @Test
  @DisplayName("X-8: messages of failures show no secret")
  void failuresShowNoSecret() {
    String input = "{\"type\": \"WorkflowParameter\", \"name\": \"s\", \"kind\": [\"secret\"]}";
    WorkflowException e =
        assertThrows(
            WorkflowException.class, () -> run("$inputs.s", input, Map.of("s", "fail-1234")));
    assertEquals("as told: ********", e.getMessage());
    assertFalse(e.blockErrors().toString().contains("1234"));
    assertNull(e.getCause().getCause());
    assertFalse(e.getCause().getMessage().contains("1234"));
    String moments =
        "{\"type\": \"WorkflowBatchInput\", \"name\": \"s\", \"kind\": [\"secret\","
            + " \"timestamp\"]}";
    e =
        assertThrows(
            WorkflowException.class, () -> run("text", moments, Map.of("s", List.of("my-token"))));
    assertTrue(e.getMessage().contains("Invalid isoformat string: '********'"), e::getMessage);
  }

  @Test
  @DisplayName("X-6: lists and objects in the values of inputs are bounded")
  void boundsLists() {
    String input = "{\"type\": \"WorkflowParameter\", \"name\": \"x\"}";
    run("text", input, Map.of("x", Map.of("a", Collections.nCopies(10, 1))));
    WorkflowException e =
        assertThrows(
            WorkflowException.class,
            () -> run("text", input, Map.of("x", Map.of("a", Collections.nCopies(11, 1)))));
    assertEquals("RuntimeInputError", e.errorType());
    assertEquals(
        "Workflow input `x` holds a list or a dictionary of 11 elements, at most 10 are allowed.",
        e.getMessage());
  }

  @Test
  @DisplayName("X-6: the values of all batches are bounded")
  void boundsBatches() {
    String inputs =
        "{\"type\": \"WorkflowBatchInput\", \"name\": \"x\"},"
            + " {\"type\": \"WorkflowBatchInput\", \"name\": \"y\"}";
    run("text", inputs, Map.of("x", List.of(1, 2), "y", List.of(1, 2)));
    WorkflowException e =
        assertThrows(
            WorkflowException.class,
            () -> run("text", inputs, Map.of("x", List.of(1, 2, 3), "y", 1)));
    assertTrue(e.getMessage().contains("hold 6 values, at most 5 are allowed"), e::getMessage);
  }
}
