package io.sightline.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class FormDoorsTest {
  /** Pictures of 3 x 2 and of 1 x 1 pixels. */
  private static final byte[] PNG =
      Base64.getDecoder()
          .decode(
              "iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAIAAAASFvFNAAAAFUlE"
                  + "QVR4nGPkOiHHwMDAwMDAxAADABEIAPSNR5i4AAAAAElFTkSuQmCC");

  private static final byte[] DOT =
      Base64.getDecoder()
          .decode(
              "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElF"
                  + "TkSuQmCC");

  private static final String WIDTH =
      """
      {"version": "1.0",
       "inputs": [{"type": "InferenceImage", "name": "image"},
                  {"type": "WorkflowParameter", "name": "p", "default_value": 1}],
       "steps": [{"type": "roboflow_core/property_definition@v1", "name": "w", "data": "$inputs.image",
                  "operations": [{"type": "ExtractImageProperty", "property_name": "width"}]}],
       "outputs": [{"type": "JsonField", "name": "width", "selector": "$steps.w.output"},
                   {"type": "JsonField", "name": "p", "selector": "$inputs.p"}]}\
      """;

  private final Doors doors = new Doors(Map.of());

  private Reply post(FormText form) {
    return doors.post("workflows/run", FormText.TYPE, form.end());
  }

  private String outputs(FormText form) {
    Reply reply = post(form);
    assertEquals(200, reply.status(), () -> new String(reply.body(), UTF_8));
    return Doors.json(reply).get("outputs").toString();
  }

  private String refusal(FormText form) {
    Reply reply = post(form);
    JsonNode body = Doors.json(reply);
    assertEquals(400, reply.status(), body::toString);
    assertEquals("InvalidMultipartError", body.get("error_type").asText());
    return body.get("message").asText();
  }

  private static FormText withDocument() {
    return new FormText().file("specification", "workflow.json", WIDTH.getBytes(UTF_8));
  }

  @Test
  @DisplayName("H-10: a part of an input's name is its value, JSON where it is some")
  void takesTheFormOfACurlUser() {
    assertEquals(
        "[{\"width\":3,\"p\":0.5}]",
        outputs(withDocument().file("image", "a.png", PNG).field("p", "0.5")));
    assertEquals(
        "[{\"width\":3,\"p\":\"person\"}]",
        outputs(withDocument().file("image", "a.png", PNG).field("p", "person")));
    assertEquals(
        "[{\"width\":3,\"p\":[[1,2]]}]",
        outputs(
            withDocument()
                .file("image", "a.png", PNG)
                .file("p", "zone.json", "[[1,2]]".getBytes(UTF_8))));
  }

  @Test
  @DisplayName("H-10: parts of one name are a batch, in their order")
  void takesABatch() {
    assertEquals(
        "[{\"width\":3,\"p\":1},{\"width\":1,\"p\":1}]",
        outputs(withDocument().file("image", "a.png", PNG).file("image", "b.png", DOT)));
  }

  @Test
  @DisplayName("H-10: the part request is the body, its pictures may name parts")
  void takesTheBodyAsAPart() {
    String request =
        """
        {"specification": %s, "excluded_fields": ["p"],
         "inputs": {"image": [{"type": "multipart", "value": "second"}, {"type": "multipart", "value": "first"}]}}\
        """
            .formatted(WIDTH);
    assertEquals(
        "[{\"width\":1},{\"width\":3}]",
        outputs(
            new FormText()
                .file("first", "a.png", PNG)
                .file("second", "b.png", DOT)
                .field("request", request)));
  }

  @Test
  void keepsWhatIsSaidOfAPictureThatComesAsAPart() {
    String passing = WIDTH.replace("\"$inputs.p\"", "\"$inputs.image\"");
    String inputs =
        "{\"image\": {\"type\": \"multipart\", \"value\": \"f\", \"video_metadata\":"
            + " {\"video_identifier\": \"cam\", \"frame_number\": 7, \"frame_timestamp\": 5}}}";
    Reply reply =
        post(
            new FormText()
                .field("specification", passing)
                .field("inputs", inputs)
                .file("f", "a.png", PNG));
    JsonNode picture = Doors.json(reply).get("outputs").get(0).get("p");
    assertEquals(7, picture.get("video_metadata").get("frame_number").asInt(), reply::toString);
  }

  @Test
  @DisplayName("H-10: a file of the name file is the only picture that is open")
  void takesTheNameOfRoboflowsClients() {
    assertEquals("[{\"width\":3,\"p\":1}]", outputs(withDocument().file("file", "a.png", PNG)));
    assertTrue(
        refusal(withDocument().file("file", "a.png", PNG).file("image", "b.png", DOT))
            .contains("'file' belongs to no input"));
  }

  @Test
  void takesLeftOutFieldsOneByOne() {
    FormText form = withDocument().file("image", "a.png", PNG).field("excluded_fields", "p");
    assertEquals("[{}]", outputs(form.field("excluded_fields", "width")));
  }

  @Test
  void readsKeysAsTexts() {
    Reply reply = post(withDocument().field("api_key", "12345").file("image", "a.png", PNG));
    assertEquals(200, reply.status(), () -> new String(reply.body(), UTF_8));
  }

  @Test
  void saysWhatIsWrongWithAForm() {
    FormText picture = withDocument().file("image", "a.png", PNG);
    assertTrue(
        refusal(withDocument().file("picture", "a.png", PNG))
            .contains("'picture' belongs to no input: the workflow's pictures are image"));
    assertTrue(refusal(picture.field("p", "1").field("p", "2")).contains("'p' is given twice"));
    assertTrue(
        refusal(withDocument().field("inputs", "{").file("image", "a.png", PNG))
            .contains("the part 'inputs' is no JSON"));
    assertTrue(
        refusal(withDocument().field("p", "[".repeat(100)).file("image", "a.png", PNG))
            .contains("the part 'p' is nested too deep"));
    assertTrue(
        refusal(new FormText().field("request", "5").file("image", "a.png", PNG))
            .contains("the part 'request' must be an object"));
    assertTrue(
        refusal(
                withDocument()
                    .field("inputs", "{\"image\": {\"type\": \"multipart\", \"value\": \"x\"}}")
                    .file("y", "a.png", PNG))
            .contains("the file 'x' did not come: there are y"));
  }

  @Test
  @DisplayName("H-1: a file that is no picture is an input that is wrong")
  void refusesAFileThatIsNoPicture() {
    for (byte[] content : List.of(new byte[0], "GIF89a".getBytes(UTF_8), new byte[100])) {
      Reply reply = post(withDocument().file("image", "a.png", content));
      assertEquals(400, reply.status());
      JsonNode body = Doors.json(reply);
      assertEquals("RuntimeInputError", body.get("error_type").asText());
      assertTrue(!body.get("message").asText().contains("multipart"), body::toString);
    }
  }

  @Test
  void namesMissingFieldsAsWithJson() {
    Reply reply = post(new FormText().file("image", "a.png", PNG));
    assertEquals(422, reply.status());
    assertEquals(
        "[\"body\",\"specification\"]",
        Doors.json(reply).get("detail").get(0).get("loc").toString());
  }

  @Test
  @DisplayName("H-3: a picture in a form has the bounds of any other")
  void boundsAPicture() {
    Doors narrow = new Doors(Map.of("SIGHTLINE_WORKFLOW_PICTURE_MAX_BYTES", "1024"));
    byte[] large = java.util.Arrays.copyOf(PNG, 1025);
    Reply reply =
        narrow.post(
            "workflows/run", FormText.TYPE, withDocument().file("image", "a.png", large).end());
    assertEquals(400, reply.status());
    assertTrue(Doors.json(reply).get("message").asText().contains("at most 1024"), reply::toString);
  }

  @Test
  void saysOfOtherTypesOfPicturesWhatWouldBeRight() {
    for (String type : List.of("numpy", "multipart", "pil")) {
      Reply reply =
          doors.post(
              "workflows/run",
              "{'specification': %s, 'inputs': {'image': {'type': '%s', 'value': 'gASV'}}}"
                  .formatted(WIDTH.replace('"', '\''), type));
      String message = Doors.json(reply).get("message").asText();
      assertEquals(400, reply.status());
      assertTrue(
          message.contains("Pictures of the type '" + type + "' are not taken: send base64"),
          message);
    }
  }

  @Test
  @DisplayName("H-10: forms are taken where workflows run, nowhere else")
  void knowsWhereFormsAreTaken() {
    assertNotEquals(null, BodyType.refusal(FormText.TYPE, null, false));
    assertEquals(null, BodyType.refusal(FormText.TYPE, null, true));
    assertEquals(415, BodyType.refusal("image/jpeg", null, true).status());
    assertEquals(415, BodyType.refusal("multipart/mixed; boundary=b", null, true).status());
    assertEquals(null, BodyType.refusal("application/x-www-form-urlencoded", null, false));
    assertEquals(null, BodyType.refusal(null, "identity", false));
    assertEquals(null, BodyType.refusal(null, "gzip", false));
    Reply compressed = BodyType.refusal("application/json", "br", false);
    assertEquals(415, compressed.status());
    assertEquals("gzip, identity", compressed.headers().get("Accept-Encoding"));
  }
}
