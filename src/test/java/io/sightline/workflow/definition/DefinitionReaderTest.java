package io.sightline.workflow.definition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DefinitionReaderTest {
  private final DefinitionReader reader =
      new DefinitionReader(new DefinitionLimits(2000, 4, 8, 50));

  private DefinitionException refused(String text) {
    DefinitionException e = assertThrows(DefinitionException.class, () -> reader.read(text));
    assertEquals("WorkflowSyntaxError", e.errorType());
    assertEquals("workflow_compilation | workflow_definition_parsing", e.context());
    return e;
  }

  @Test
  @DisplayName("J-3: a text that is no JSON is refused with line and column")
  void tellsLineAndColumnOfWhatIsNoJson() {
    String message = refused("{\n \"version\": oops}").getMessage();
    assertTrue(message.contains("line 2, column 17"), message);
    String cut = refused("{\"version\": {").getMessage();
    assertTrue(cut.endsWith("Unexpected end-of-input: expected close marker for Object"), cut);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "7", "null", "{} {}", "{\"a\":1,}", "\"x\"", "{'a':1}"})
  void refusesWhatIsNoJsonObject(String text) {
    refused(text);
  }

  @Test
  @DisplayName("J-1: bytes are bounded, counted in UTF-8")
  void refusesMoreBytesThanAllowed() {
    String message = refused("{\"x\":\"" + "é".repeat(1000) + "\"}").getMessage();
    assertEquals("Workflow definition has 2008 bytes, at most 2000 are allowed", message);
  }

  @Test
  @DisplayName("J-1: nesting is bounded")
  void refusesDeeperNestingThanAllowed() {
    String message = refused("{\"x\":" + "[".repeat(500) + "]".repeat(500) + "}").getMessage();
    assertTrue(message.contains("nested deeper than 8"), message);
  }

  @Test
  @DisplayName("J-1: steps are bounded")
  void refusesMoreStepsThanAllowed() {
    String message = refused("{\"steps\":[{},{},{},{},{}]}").getMessage();
    assertEquals("Workflow definition has 5 steps, at most 4 are allowed", message);
  }

  @Test
  @DisplayName("J-1: inputs and outputs are bounded as steps are")
  void refusesMoreInputsAndOutputsThanAllowed() {
    assertEquals(
        "Workflow definition has 5 inputs, at most 4 are allowed",
        refused("{\"inputs\":[{},{},{},{},{}]}").getMessage());
    assertEquals(
        "Workflow definition has 5 outputs, at most 4 are allowed",
        refused("{\"outputs\":[{},{},{},{},{}]}").getMessage());
  }

  @Test
  @DisplayName("J-2: everything that is wrong is collected")
  void collectsAllFaults() {
    List<String> places =
        reader
            .read(
                """
                {"version": 1.0,
                 "inputs": [7, {"type": "X"}, {"type": "WorkflowImage"},
                            {"type": "WorkflowImage", "name": "i", "dimensionality": 2}],
                 "steps": [{}, {"name": "a"}, {"type": "T"}],
                 "outputs": [{"type": "XmlField", "name": 1, "coordinates_system": "moon"}]}
                """)
            .faults()
            .stream()
            .map(Fault::location)
            .toList();
    assertEquals(
        List.of(
            "version",
            "inputs.0",
            "inputs.1",
            "inputs.2.WorkflowImage.name",
            "inputs.3.WorkflowImage.dimensionality",
            "steps.0",
            "steps.1",
            "outputs.0.type",
            "outputs.0.name",
            "outputs.0.selector",
            "outputs.0.coordinates_system"),
        places);
  }

  @Test
  @DisplayName("J-4: unknown keys are ignored")
  void readsAllKindsOfInputsAndIgnoresUnknownKeys() {
    Definition definition =
        reader.read(
            """
            {"version": "1.0", "editor": {"zoom": 2},
             "inputs": [
               {"type": "InferenceImage", "name": "a", "color": "red"},
               {"type": "WorkflowVideoMetadata", "name": "b"},
               {"type": "InferenceParameter", "name": "c", "default_value": [1], "kind": ["x"]},
               {"type": "WorkflowBatchInput", "name": "d", "dimensionality": "2",
                "kind": [{"name": "image", "docs": ""}]}],
             "steps": [], "outputs": [{"type": "JsonField", "name": "o", "selector": "$inputs.a",
             "coordinates_system": "own"}]}
            """);
    assertEquals(List.of(), definition.faults());
    assertEquals(
        List.of(
            new InputDefinition(InputDefinition.Type.IMAGE, "a", List.of("image"), 1, null),
            new InputDefinition(
                InputDefinition.Type.VIDEO_METADATA, "b", List.of("video_metadata"), 1, null),
            new InputDefinition(InputDefinition.Type.PARAMETER, "c", List.of("x"), 0, List.of(1)),
            new InputDefinition(InputDefinition.Type.BATCH, "d", List.of("image"), 2, null)),
        definition.inputs());
    assertEquals(List.of(new OutputDefinition("o", "$inputs.a", false)), definition.outputs());
  }

  @Test
  @DisplayName("J-1: lists and objects anywhere in a definition are bounded")
  void refusesLongLists() {
    String steps = "{\"steps\":[{\"type\":\"a\",\"x\":{\"y\":[%s0]}}]}";
    reader.read(steps.formatted("0,".repeat(49)));
    String message =
        assertThrows(DefinitionException.class, () -> reader.read(steps.formatted("0,".repeat(50))))
            .getMessage();
    assertEquals(
        "Workflow definition has a list or an object of 51 elements, at most 50 are allowed",
        message);
  }

  @Test
  void keepsAtMostHundredFaults() {
    DefinitionReader wide = new DefinitionReader(new DefinitionLimits(1 << 20, 10_000, 8, 10_000));
    String inputs = "7,".repeat(5000) + "7";
    assertEquals(100, wide.read("{\"inputs\":[" + inputs + "]}").faults().size());
  }
}
