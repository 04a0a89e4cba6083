package io.sightline.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sightline.peer.Film;
import io.sightline.peer.TestPeer;
import io.sightline.session.EndReason;
import io.sightline.session.Expiry;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 120, unit = TimeUnit.SECONDS)
class WorkerDoorsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String NO_VIDEO =
      "v=0\r\no=- 0 0 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\n" + "m=audio 9 UDP/TLS/RTP/SAVPF 96\r\n";

  private static WorkerClient server;

  @BeforeAll
  static void open() {
    server = new WorkerClient(1);
  }

  @AfterAll
  static void close() {
    server.close();
  }

  @Test
  @DisplayName("W-1, W-2, W-4: one request, one answer with all in it, media, and the end")
  void opensASessionThatNeedsNoSocket() throws Exception {
    try (TestPeer client = new TestPeer(Film.small())) {
      Map<String, Object> body = WorkerClient.javaScript(client.offer(candidate -> {}));
      body.put("stream_output", List.of("picture"));
      body.put("data_output", List.of("*"));
      body.put("session_id", "mine");
      body.put("a_key_of_tomorrow", Map.of("x", 1));
      WorkerClient.Answer answer = server.open(body);
      assertEquals(200, answer.status(), answer::toString);
      assertEquals(Set.of("status", "context", "sdp", "type"), names(answer.body()));
      assertEquals("success", answer.body().path("status").asText());
      assertEquals("answer", answer.body().path("type").asText());
      assertEquals(
          JSON.readTree("{\"request_id\":null,\"pipeline_id\":null}"),
          answer.body().path("context"));
      String sdp = answer.body().path("sdp").asText();
      assertTrue(sdp.contains("a=candidate:"), sdp);
      assertTrue(sdp.contains("a=end-of-candidates"), sdp);
      assertTrue(sdp.contains("msid:sightline "), sdp);

      client.answer(sdp);
      assertTrue(client.awaitConnected());
      assertNotNull(client.pictures().poll(20, TimeUnit.SECONDS), "a picture comes back");
      JsonNode result = JSON.readTree(client.results().poll(20, TimeUnit.SECONDS));
      assertEquals(
          Set.of(
              "serialized_output_data",
              "video_metadata",
              "errors",
              "processing_complete",
              "termination_reason"),
          names(result));
      assertEquals(0.5, result.path("serialized_output_data").path("threshold").asDouble());

      assertEquals(429, server.open(body).status());
      assertEquals(200, beat("", "mine").status());
      assertEquals(404, beat("", "another's").status());
      assertEquals(200, beat("/end", "another's").status());
      assertEquals(1, server.registry().size());
      assertEquals("{\"status\":\"ok\"}", beat("/end", "mine").body().toString());
      JsonNode last = result;
      while (!last.path("processing_complete").asBoolean()) {
        last = JSON.readTree(client.results().poll(20, TimeUnit.SECONDS));
      }
      assertTrue(last.path("serialized_output_data").isNull());
      awaitNone();
      assertEquals(404, beat("", "mine").status());
    }
  }

  @Test
  @DisplayName("W-4: a client that leaves frees its place at once")
  void endsWithItsPeerConnection() throws Exception {
    try (TestPeer client = new TestPeer(Film.small())) {
      Map<String, Object> body = WorkerClient.javaScript(client.offer(candidate -> {}));
      client.answer(server.open(body).body().path("sdp").asText());
      assertNotNull(client.results().poll(20, TimeUnit.SECONDS));
    }
    for (int i = 0; i < 50 && server.registry().size() > 0; i++) {
      TimeUnit.MILLISECONDS.sleep(100);
    }
    assertEquals(0, server.registry().size(), "long before the connection counts as lost");
  }

  @Test
  @DisplayName("W-1: every message of the SDK for Python with a camera, its early ones as well")
  void speaksWithTheSdkForPython() throws Exception {
    for (Map<String, Object> own :
        List.<Map<String, Object>>of(
            Map.of("declared_fps", 25.0),
            Map.of("manual_mode", true),
            Map.of("video_source", "file"))) {
      camera(sdp -> WorkerClient.pythonCamera(sdp, own));
    }
    camera(WorkerClient::earlyPython);
  }

  private static void camera(Function<String, Map<String, Object>> request) throws Exception {
    try (TestPeer client = new TestPeer(Film.small())) {
      WorkerClient.Answer answer = server.open(request.apply(client.offer(candidate -> {})));
      assertEquals(200, answer.status(), answer::toString);
      client.answer(answer.body().path("sdp").asText());
      assertTrue(client.awaitConnected(), () -> client.state() + " after " + answer);
      assertNotNull(
          client.pictures().poll(40, TimeUnit.SECONDS),
          () -> "no picture: " + server.registry().snapshots());
      JsonNode result = JSON.readTree(client.results().poll(20, TimeUnit.SECONDS));
      assertEquals(0.25, result.path("serialized_output_data").path("threshold").asDouble());
      long pts = result.path("video_metadata").path("pts").asLong(-1);
      assertTrue(pts >= 0, "frames and results are paired by it");
      client.say("{\"ack\": 1}");
    }
    awaitNone();
  }

  @Test
  @DisplayName("W-1: the time that is over when a session is opened counts as the session's")
  void countsTheTimeFromProcessingSessionStarted() throws Exception {
    try (TestPeer client = new TestPeer(Film.small())) {
      Map<String, Object> body =
          WorkerClient.pythonCamera(
              client.offer(candidate -> {}),
              Map.of("processing_session_started", Instant.now().minusSeconds(3600).toString()));
      WorkerClient.Answer answer = server.open(body);
      assertEquals(200, answer.status(), answer::toString);
      String id = server.registry().snapshots().get(0).id();
      Expiry expiry = server.registry().find(id).orElseThrow().expiry().orElseThrow();
      assertEquals(EndReason.TIMEOUT_REACHED, expiry.reason(), "60 s that began an hour ago");
      server.registry().end(id, expiry.reason(), expiry.message());
    }
    awaitNone();
  }

  @Test
  @DisplayName("W-1: rtsp_url and mjpeg_url of the SDK for Python, refused where not listed")
  void refusesCamerasOfTheSdkForPythonThatAreNotListed() throws Exception {
    for (String key : List.of("rtsp_url", "mjpeg_url")) {
      String scheme = key.equals("rtsp_url") ? "rtsp" : "http";
      try (TestPeer client = new TestPeer(Film.small())) {
        WorkerClient.Answer answer =
            server.open(
                WorkerClient.pythonCamera(
                    client.offer(candidate -> {}), Map.of(key, scheme + "://10.0.0.1/x")));
        assertEquals(403, answer.status(), answer::toString);
        assertEquals("SourceNotAllowed", answer.body().path("error_type").asText());
      }
      awaitNone();
    }
  }

  @Test
  @DisplayName("W-6: this server's ICE servers as a browser's configuration has them")
  void tellsItsIceServers() throws Exception {
    WorkerClient.Answer none = server.get("webrtc_turn_config");
    assertEquals(JSON.readTree("{\"iceServers\":[]}"), none.body());
    Map<String, String> settings =
        Map.of(
            "SIGHTLINE_MEDIA_ICE_SERVERS", "stun:a:1,turn:b:2",
            "SIGHTLINE_MEDIA_ICE_SECRET", "north-star");
    try (WorkerClient relaying = new WorkerClient(1, settings)) {
      JsonNode servers = relaying.get("webrtc_turn_config").body().path("iceServers");
      assertEquals("{\"urls\":[\"stun:a:1\"]}", servers.get(0).toString());
      assertEquals("turn:b:2", servers.get(1).path("urls").get(0).asText());
      assertTrue(servers.get(1).path("username").asText().matches("\\d+:.+"));
      assertEquals(28, servers.get(1).path("credential").asText().length());
      assertFalse(servers.toString().contains("north-star"));
    }
  }

  @Test
  @DisplayName("W-1: a body that is wrong is answered with everything that is wrong with it")
  void tellsEveryFaultOfABody() {
    Map<String, Object> body = WorkerClient.javaScript(NO_VIDEO);
    body.put("workflow_configuration", Map.of("image_input_name", 7));
    body.put("webrtc_offer", Map.of("sdp", NO_VIDEO));
    body.put("stream_output", "picture");
    body.put("webrtc_config", Map.of("iceServers", List.of(Map.of("username", "u"))));
    body.put("processing_session_started", "soon");
    body.put("requested_plan", 1);
    body.put("is_preview", "perhaps");
    WorkerClient.Answer answer = server.open(body);
    assertEquals(422, answer.status());
    Set<String> places = new TreeSet<>();
    answer.body().path("detail").forEach(d -> places.add(d.path("type").asText() + d.path("loc")));
    assertEquals(
        Set.of(
            "datetime_from_date_parsing[\"body\",\"processing_session_started\"]",
            "string_type[\"body\",\"requested_plan\"]",
            "bool_parsing[\"body\",\"is_preview\"]",
            "missing[\"body\",\"webrtc_config\",\"iceServers\",0,\"urls\"]",
            "missing[\"body\",\"webrtc_offer\",\"type\"]",
            "missing[\"body\",\"workflow_configuration\",\"type\"]",
            "list_type[\"body\",\"stream_output\"]",
            "string_type[\"body\",\"workflow_configuration\",\"image_input_name\"]"),
        places);
    for (String field : List.of("workflow_configuration", "webrtc_offer")) {
      Map<String, Object> none = WorkerClient.javaScript(NO_VIDEO);
      none.put(field, null);
      assertEquals(422, server.open(none).status(), field);
    }
    assertEquals(422, server.post("initialise_webrtc_worker", null).status());
    body = WorkerClient.javaScript(NO_VIDEO);
    body.put("webrtc_offer", Map.of("sdp", NO_VIDEO, "type", "answer"));
    assertEquals("literal_error", server.open(body).body().at("/detail/0/type").asText());
    for (String door : List.of("webrtc/session/heartbeat", "webrtc/session/heartbeat/end")) {
      assertEquals(422, server.post(door, Map.of()).status());
      assertEquals(422, server.post(door, Collections.singletonMap("session_id", null)).status());
    }
  }

  @Test
  @DisplayName("W-1: a definition that does not parse is told apart, all else has one name")
  void tellsSyntaxFromOtherErrorsOfAWorkflow() throws Exception {
    try (TestPeer client = new TestPeer(Film.small())) {
      Map<String, Object> body = WorkerClient.javaScript(client.offer(candidate -> {}));
      define(
          body,
          """
          {"version": "1.0", "inputs": [{"type": "InferenceImage", "name": "image"}],
           "steps": [{"type": "roboflow_core/no_such_block@v1", "name": "s"}], "outputs": []}
          """);
      WorkerClient.Answer syntax = server.open(body);
      assertEquals(400, syntax.status(), syntax::toString);
      assertEquals("WorkflowSyntaxError", syntax.body().path("error_type").asText());
      assertTrue(syntax.body().path("blocks_errors").isArray());
      awaitNone();

      define(
          body,
          """
          {"version": "1.0", "inputs": [{"type": "InferenceImage", "name": "image"}], "steps": [],
           "outputs": [{"type": "JsonField", "name": "x", "selector": "$steps.nobody.x"}]}
          """);
      WorkerClient.Answer other = server.open(body);
      assertEquals(500, other.status(), other::toString);
      assertEquals("WorkflowError", other.body().path("error_type").asText());
      assertFalse(other.body().has("blocks_errors"));
    }
    awaitNone();
  }

  @Test
  @DisplayName("W-1, W-3: outputs and offers that are wrong")
  void refusesUnknownOutputsAndImpossibleOffers() throws Exception {
    try (TestPeer client = new TestPeer(Film.small())) {
      Map<String, Object> body = WorkerClient.javaScript(client.offer(candidate -> {}));
      body.put("data_output", List.of("x"));
      WorkerClient.Answer data = server.open(body);
      assertEquals(400, data.status());
      assertEquals("WebRTCConfigurationError", data.body().path("error_type").asText());
      assertEquals(
          "Invalid data_output fields: ['x']. Available workflow outputs: ['picture', 'threshold']",
          data.body().path("message").asText());
      awaitNone();
    }
    WorkerClient.Answer offer = server.open(WorkerClient.javaScript(NO_VIDEO));
    assertEquals(400, offer.status());
    assertEquals("InvalidOffer", offer.body().path("error_type").asText());
    awaitNone();
  }

  private static WorkerClient.Answer beat(String door, String session) {
    return server.post("webrtc/session/heartbeat" + door, Map.of("session_id", session));
  }

  @SuppressWarnings("unchecked")
  private static void define(Map<String, Object> body, String definition) {
    ((Map<String, Object>) body.get("workflow_configuration"))
        .put("workflow_specification", WorkerClient.parse(definition));
  }

  private static void awaitNone() throws InterruptedException {
    for (int i = 0; i < 300 && server.registry().size() > 0; i++) {
      TimeUnit.MILLISECONDS.sleep(100);
    }
    assertEquals(0, server.registry().size());
  }

  private static Set<String> names(JsonNode object) {
    Set<String> names = new TreeSet<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
