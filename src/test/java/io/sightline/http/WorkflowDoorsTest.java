package io.sightline.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class WorkflowDoorsTest {
  /** A picture of 3 x 2 pixels. */
  private static final String PNG =
      "iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAIAAAASFvFNAAAAFUlE"
          + "QVR4nGPkOiHHwMDAwMDAxAADABEIAPSNR5i4AAAAAElFTkSuQmCC";

  private static final String PASSING =
      "{'version': '1.0', 'inputs': [{'type': 'WorkflowParameter', 'name': 'p'}], 'steps': [],"
          + " 'outputs': [{'type': 'JsonField', 'name': 'o', 'selector': '$inputs.p'},"
          + " {'type': 'JsonField', 'name': 'q', 'selector': '$inputs.p'}]}";

  private final Doors doors = new Doors(Map.of());

  @Test
  @DisplayName("H-1: a run answers with outputs for each image and an empty trace")
  void runsTheDefinitionOfTheRequest() {
    Reply reply =
        doors.post("workflows/run", "{'specification': " + PASSING + ", 'inputs': {'p': 5}}");
    assertEquals(200, reply.status());
    assertEquals(
        "{\"outputs\":[{\"o\":5,\"q\":5}],\"profiler_trace\":[]}", Doors.json(reply).toString());
  }

  @Test
  void answersAtTheOlderPathToo() {
    Reply reply =
        doors.post("infer/workflows", "{'specification': " + PASSING + ", 'inputs': {'p': 5}}");
    assertEquals(200, reply.status());
  }

  @Test
  void leavesOutWhatIsNotWanted() {
    Reply reply =
        doors.post(
            "workflows/run",
            "{'specification': %s, 'inputs': {'p': [1, null]}, 'excluded_fields': ['q']}"
                .formatted(PASSING));
    assertEquals("[{\"o\":[1,null]}]", Doors.json(reply).get("outputs").toString());
  }

  @Test
  @DisplayName("Y-3: a picture that only passes through is what the request said")
  void answersAPictureAsItCame() {
    String passing = PASSING.replace("WorkflowParameter", "WorkflowImage");
    for (String text : List.of(PNG, "data:image/png;base64," + PNG)) {
      Reply reply =
          doors.post(
              "workflows/run",
              "{'specification': %s, 'inputs': {'p': '%s'}}".formatted(passing, text));
      JsonNode picture = Doors.json(reply).get("outputs").get(0).get("o");
      assertEquals(text, picture.get("value").asText(), reply::toString);
      assertEquals("p", picture.get("video_metadata").get("video_identifier").asText());
    }
  }

  @Test
  @DisplayName("H-1: every wrong field of a body is named, with status 422")
  void namesEveryWrongField() {
    Reply reply =
        doors.post(
            "workflows/run",
            "{'inputs': [1], 'debug': 'maybe', 'excluded_fields': ['a', 1], 'disable_sinks': {}}");
    assertEquals(422, reply.status());
    List<String> places =
        Doors.json(reply).get("detail").findValues("loc").stream().map(JsonNode::toString).toList();
    assertEquals(
        List.of(
            "[\"body\",\"inputs\"]",
            "[\"body\",\"excluded_fields\",1]",
            "[\"body\",\"debug\"]",
            "[\"body\",\"disable_sinks\"]",
            "[\"body\",\"specification\"]"),
        places);
    assertEquals(
        "{\"type\":\"missing\",\"loc\":[\"body\",\"specification\"],\"msg\":\"Field required\"",
        Doors.json(reply).get("detail").get(4).toString().split(",\"input\"")[0]);
  }

  @Test
  void refusesABodyThatIsMissingOrNoObject() {
    assertEquals(
        "missing",
        Doors.json(doors.postNothing("workflows/run")).get("detail").get(0).get("type").asText());
    assertEquals(
        "missing", Doors.json(doors.post("workflows/run", "null")).at("/detail/0/type").asText());
    assertEquals(422, doors.post("workflows/run", "[]").status());
    assertEquals(422, doors.post("workflows/validate", "5").status());
  }

  @Test
  @DisplayName("H-1: a wrong definition is answered with 400 and the steps that are wrong")
  void answersAWrongDefinitionAsRoboflowDoes() {
    Reply reply =
        doors.post(
            "workflows/validate",
            "{'version': '1.0', 'inputs': [], 'steps': [{'type': 'nope', 'name': 'a'}],"
                + " 'outputs': []}");
    assertEquals(400, reply.status());
    JsonNode body = Doors.json(reply);
    assertEquals("WorkflowSyntaxError", body.get("error_type").asText());
    assertEquals("ValidationError", body.get("inner_error_type").asText());
    assertEquals("a", body.get("blocks_errors").get(0).get("block_id").asText());
    assertTrue(body.get("python_blocks_output_streams").isNull());
  }

  @Test
  @DisplayName("H-1: blocks in Python are refused by name, whether a step uses them or not")
  void refusesBlocksInPython() {
    String document =
        "{'version': '1.0', 'inputs': [], 'outputs': [], 'steps': [%s],"
            + " 'dynamic_blocks_definitions': [{'manifest': {'block_type': 'MyBlock'}}]}";
    String reason =
        "this server runs no Python: blocks that are defined in Python cannot be described or run:"
            + " 'MyBlock'";
    Reply unused = doors.post("workflows/validate", document.formatted(""));
    assertEquals(400, unused.status());
    assertEquals("DynamicBlockError", Doors.json(unused).get("error_type").asText());
    assertEquals(reason, Doors.json(unused).get("message").asText());
    Reply used =
        doors.post(
            "workflows/run",
            "{'inputs': {}, 'specification': "
                + document.formatted("{'type': 'MyBlock', 'name': 'mine'}")
                + "}");
    assertEquals(400, used.status());
    String message = Doors.json(used).get("message").asText().replace('"', '\'');
    assertEquals(reason + ", of the steps 'mine'", message);
  }

  @Test
  @DisplayName("H-1: an error below another has no name of Java's")
  void namesErrorsAsPythonDoes() {
    Reply reply =
        doors.post(
            "workflows/run",
            "{'inputs': {}, 'specification': {'version': '1.0', 'inputs': [], 'steps': [{'type':"
                + " 'roboflow_core/expression@v1', 'name': 'e', 'data': {}, 'switch': {'type':"
                + " 'CasesDefinition', 'cases': [{'type': 'CaseDefinition', 'condition': {'type':"
                + " 'StatementGroup', 'statements': [{'type': 'BinaryStatement', 'left_operand':"
                + " {'type': 'StaticOperand', 'value': 2}, 'comparator': {'type': '(Number) >='},"
                + " 'right_operand': {'type': 'StaticOperand', 'value': '2'}}]}, 'result': {'type':"
                + " 'StaticCaseResult', 'value': 1}}], 'default': {'type': 'StaticCaseResult',"
                + " 'value': 0}}}], 'outputs': []}}");
    assertEquals(
        "EvaluationEngineError", Doors.json(reply).path("error_type").asText(), reply::toString);
    assertEquals("TypeError", Doors.json(reply).path("inner_error_type").asText());
  }

  @Test
  @DisplayName("H-1: an error without an inner one says so with the text None")
  void saysNoneWhereThereIsNoInnerError() {
    JsonNode ofSteps =
        Doors.json(
            doors.post("workflows/validate", PASSING.replace("'$inputs.p'}, ", "'$inputs.x'}, ")));
    assertEquals("InvalidReferenceTargetError", ofSteps.get("error_type").asText());
    assertEquals("None", ofSteps.get("inner_error_type").asText());
    JsonNode ofRequest =
        Doors.json(
            doors.post(
                "workflows/run",
                "{'specification': %s, 'inputs': {}}"
                    .formatted(PASSING.replace("WorkflowParameter", "WorkflowBatchInput"))));
    assertEquals("RuntimeInputError", ofRequest.get("error_type").asText());
    assertTrue(ofRequest.get("inner_error_type").isNull());
    assertEquals("None", ofRequest.get("inner_error_message").asText());
    assertFalse(ofRequest.has("blocks_errors"));
  }

  @Test
  void validatesTheBodyItself() {
    assertEquals(
        "{\"status\":\"ok\"}", Doors.json(doors.post("workflows/validate", PASSING)).toString());
  }

  @Test
  void knowsPathsAndMethods() {
    assertEquals(404, doors.get("workflows/nothing").status());
    Reply reply = doors.get("workflows/run");
    assertEquals(405, reply.status());
    assertEquals("POST", reply.headers().get("Allow"));
  }

  @Test
  void describesWhatAWorkflowTakesAndGives() {
    JsonNode description =
        Doors.json(
            doors.post("workflows/describe_interface", "{'specification': " + PASSING + "}"));
    assertEquals("{\"p\":[\"*\"]}", description.get("inputs").toString());
    assertEquals("{\"o\":[\"*\"],\"q\":[\"*\"]}", description.get("outputs").toString());
    assertEquals("{\"*\":\"Any\"}", description.get("typing_hints").toString());
  }

  @Test
  @DisplayName("H-1: a parameter has the kinds of the fields that it goes into")
  void describesInputsByTheirUses() {
    String document =
        """
        {'specification': {'version': '1.0',
          'inputs': [{'type': 'InferenceImage', 'name': 'image'}, {'type': 'WorkflowParameter', 'name': 'c'},
                     {'type': 'WorkflowParameter', 'name': 'unused'}],
          'steps': [{'type': 'roboflow_core/roboflow_object_detection_model@v2', 'name': 'm',
                     'images': '$inputs.image', 'model_id': 'a/1', 'confidence': '$inputs.c'}],
          'outputs': [{'type': 'JsonField', 'name': 'o', 'selector': '$steps.m.predictions'}]}}\
        """;
    JsonNode description = Doors.json(doors.post("workflows/describe_interface", document));
    assertEquals(
        "{\"image\":[\"image\"],\"c\":[\"float_zero_to_one\"],\"unused\":[\"*\"]}",
        description.get("inputs").toString());
    assertEquals(
        "object", description.at("/kinds_schemas/object_detection_prediction/type").asText());
    assertTrue(description.at("/kinds_schemas/image/properties").has("value"));

    Reply clash =
        doors.post("workflows/describe_interface", document.replace("'a/1'", "'$inputs.c'"));
    assertEquals(400, clash.status());
    assertEquals("WorkflowDefinitionError", Doors.json(clash).get("error_type").asText());
    assertTrue(Doors.json(clash).get("message").asText().contains("`m.confidence` requires"));
  }

  @Test
  void namesTheVersionsOfTheEngine() {
    assertEquals(
        "{\"versions\":[\"1.15.0\"]}",
        Doors.json(doors.get("workflows/execution_engine/versions")).toString());
  }

  @Test
  @DisplayName("H-3: an answer is bounded in bytes")
  void boundsTheAnswer() {
    Doors narrow = new Doors(Map.of("SIGHTLINE_HTTP_ANSWER_MAX_BYTES", "1024"));
    Reply reply =
        narrow.post(
            "workflows/run",
            "{'specification': %s, 'inputs': {'p': '%s'}}".formatted(PASSING, "x".repeat(1000)));
    assertEquals(500, reply.status());
    assertEquals("AnswerTooLarge", Doors.json(reply).get("error_type").asText());
  }

  @Test
  @DisplayName(
      "H-1: a value without a form in JSON is an error of the engine, by the output's name")
  void namesTheOutputThatCannotBeWritten() {
    OutputsWriter writer = new OutputsWriter(settings());
    HttpException e =
        org.junit.jupiter.api.Assertions.assertThrows(
            HttpException.class, () -> writer.write(List.of(Map.of("o", new Object())), List.of()));
    JsonNode body = Doors.json(e.reply());
    assertEquals("ExecutionEngineRuntimeError", body.get("error_type").asText());
    assertTrue(body.get("message").asText().contains("`o`"));
  }

  private static HttpSettings settings() {
    return HttpSettings.of(new io.sightline.settings.ReferenceFile(Map.of()).settings());
  }
}
