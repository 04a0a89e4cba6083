package io.sightline.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkflowRequestsIT {
  private static final String PASSING =
      """
      {"version": "1.0", "inputs": [{"type": "WorkflowParameter", "name": "p"}], "steps": [],
       "outputs": [{"type": "JsonField", "name": "o", "selector": "$inputs.p"}]}\
      """;

  private static final String RUN = "{\"specification\": " + PASSING + ", \"inputs\": {\"p\": 5}}";

  private static final String ANSWER = "{\"outputs\":[{\"o\":5}],\"profiler_trace\":[]}";

  @TempDir static Path directory;
  private static SightlineServer server;

  @BeforeAll
  static void start() {
    server =
        SightlineServer.start(
            Map.of(
                "sightline.workflows.directory", directory.toString(),
                "sightline.signaling.origins", "https://shop.example",
                "sightline.http.requests.limit", "2",
                "sightline.http.body.timeout", "5",
                "sightline.http.body.max.bytes", "1000000"));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static HttpAnswer run(String... headers) {
    return HttpAnswer.post(server.uri("workflows/run"), RUN, headers);
  }

  @Test
  void answersBesideThePages() {
    assertEquals(new HttpAnswer(200, ANSWER), run());
    assertEquals(new HttpAnswer(200, ANSWER), HttpAnswer.post(server.uri("infer/workflows"), RUN));
    assertTrue(HttpAnswer.get(server.uri("")).body().contains("<html"));
    assertEquals(200, HttpAnswer.get(server.uri("js/app.js")).status());
    assertEquals(405, HttpAnswer.get(server.uri("workflows/run")).status());
    assertEquals(404, HttpAnswer.get(server.uri("workflows/nothing")).status());
    assertEquals(404, HttpAnswer.get(server.uri("shop/workflows/passing")).status());
  }

  @Test
  @DisplayName("WF-6: a workflow of the directory runs under any workspace, at the older path, too")
  void runsStoredWorkflows() throws IOException {
    Files.writeString(directory.resolve("passing.json"), PASSING);
    String inputs = "{\"inputs\": {\"p\": 5}}";
    for (String path : new String[] {"shop/workflows/passing", "infer/workflows/shop/passing"}) {
      assertEquals(new HttpAnswer(200, ANSWER), HttpAnswer.post(server.uri(path), inputs));
    }
    HttpAnswer described =
        HttpAnswer.post(server.uri("shop/workflows/passing/describe_interface"), "{}");
    assertEquals("{\"o\":[\"*\"]}", json(described).get("outputs").toString());
    HttpAnswer missing = HttpAnswer.post(server.uri("shop/workflows/..%2Fserver"), inputs);
    assertTrue(missing.status() == 404 || missing.status() == 400, missing::toString);
    assertEquals(
        "WorkflowNotFound",
        json(HttpAnswer.post(server.uri("shop/workflows/none"), inputs))
            .get("error_type")
            .asText());
  }

  @Test
  void listsStoredWorkflows() throws IOException {
    Files.writeString(directory.resolve("broken.json"), "{");
    JsonNode list = json(HttpAnswer.get(server.uri("workflows/stored"))).get("workflows");
    boolean broken = false;
    boolean sample = false;
    for (JsonNode workflow : list) {
      broken |= workflow.get("id").asText().equals("broken") && workflow.has("error");
      sample |= workflow.get("source").asText().equals("sample") && workflow.has("inputs");
    }
    assertTrue(broken && sample, list::toString);
  }

  @Test
  @DisplayName("H-6: pages of strangers may not ask, those of listed origins may")
  void asksThePageWhereItComesFrom() {
    assertEquals(403, run("Origin", "https://evil.example").status());
    assertEquals(200, run("Origin", "https://shop.example").status());
    String own = server.uri("").toString();
    assertEquals(200, run("Origin", own.substring(0, own.length() - 1)).status());
  }

  @Test
  @DisplayName("H-3: a body that is too large is refused with 413")
  void refusesALargeBody() throws IOException {
    String large = "{\"inputs\": \"" + "x".repeat(1_000_000) + "\"}";
    HttpAnswer answer = HttpAnswer.post(server.uri("workflows/run"), large);
    assertEquals(413, answer.status(), answer::body);
    assertEquals("RequestTooLarge", json(answer).get("error_type").asText());
  }

  @Test
  @DisplayName("H-2, H-3: clients that send no body hold no place for long, one more is told so")
  void boundsRequestsUnderWay() throws IOException {
    try (Socket first = halfARequest();
        Socket second = halfARequest()) {
      server.await("a full house", () -> run().status() == 503);
      first.setSoTimeout(20_000);
      assertEquals("HTTP/1.1 408", new String(first.getInputStream().readNBytes(12), UTF_8));
      second.setSoTimeout(20_000);
      assertEquals("HTTP/1.1 408", new String(second.getInputStream().readNBytes(12), UTF_8));
      assertEquals(200, run().status());
    }
  }

  private static Socket halfARequest() throws IOException {
    URI uri = server.uri("");
    Socket socket = new Socket(uri.getHost(), uri.getPort());
    socket
        .getOutputStream()
        .write(
            ("POST /workflows/run HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                    + "Content-Length: 100\r\n\r\n{")
                .getBytes(UTF_8));
    return socket;
  }

  @Test
  @DisplayName("H-1: a picture from a client of today runs through the default workflow")
  void runsTheDefaultWorkflow() throws IOException {
    try (InputStream in =
        WorkflowRequestsIT.class.getResourceAsStream("/io/sightline/model/vtest.jpg")) {
      String picture = Base64.getEncoder().encodeToString(in.readAllBytes());
      HttpAnswer answer =
          HttpAnswer.post(
              server.uri("any/workflows/default-workflow"),
              "{\"inputs\": {\"image\": {\"type\": \"base64\", \"value\": \"%s\"}}}"
                  .formatted(picture));
      assertEquals(200, answer.status(), answer::body);
      JsonNode outputs = json(answer).get("outputs").get(0);
      assertTrue(outputs.get("count").asInt() > 0, "people on the street");
      assertEquals("base64", outputs.get("annotated_image").get("type").asText());
    }
  }

  @Test
  @DisplayName("H-10: pictures come as files of a form, too, and bodies compressed with gzip")
  void takesFormsAndCompressedBodies() throws IOException {
    ByteArrayOutputStream form = new ByteArrayOutputStream();
    try (InputStream in =
        WorkflowRequestsIT.class.getResourceAsStream("/io/sightline/model/vtest.jpg")) {
      String head = "--b\r\nContent-Disposition: form-data; name=";
      form.writeBytes((head + "\"excluded_fields\"\r\n\r\nannotated_image\r\n").getBytes(UTF_8));
      form.writeBytes(
          (head + "\"image\"; filename=\"a.jpg\"\r\nContent-Type: image/jpeg\r\n\r\n")
              .getBytes(UTF_8));
      form.writeBytes(in.readAllBytes());
      form.writeBytes("\r\n--b--\r\n".getBytes(UTF_8));
    }
    HttpAnswer answer =
        HttpAnswer.post(
            server.uri("any/workflows/default-workflow"),
            form.toByteArray(),
            "Content-Type",
            "multipart/form-data; boundary=b");
    assertEquals(200, answer.status(), answer::body);
    assertTrue(json(answer).at("/outputs/0/count").asInt() > 0, "people on the street");
    assertEquals(
        415,
        HttpAnswer.post(
                server.uri("workflows/validate"),
                form.toByteArray(),
                "Content-Type",
                "multipart/form-data; boundary=b")
            .status());

    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(RUN.getBytes(UTF_8));
    }
    assertEquals(
        new HttpAnswer(200, ANSWER),
        HttpAnswer.post(
            server.uri("workflows/run"), packed.toByteArray(), "Content-Encoding", "gzip"));
  }

  private static JsonNode json(HttpAnswer answer) throws IOException {
    return new ObjectMapper().readTree(answer.body());
  }
}
