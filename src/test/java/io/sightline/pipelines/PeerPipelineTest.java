package io.sightline.pipelines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.sightline.peer.Film;
import io.sightline.peer.Picture;
import io.sightline.peer.TestPeer;
import io.sightline.session.OpenSession;
import io.sightline.stream.Streams;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Browsers' sessions that were opened by a command. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class PeerPipelineTest {
  /** Pixels of lettering, and none of the film's. */
  private static final int LETTERING = 100;

  @TempDir private Path folder;
  private StreamManager manager;

  @BeforeEach
  void open() {
    manager = new StreamManager(folder, 1, Map.of());
  }

  @AfterEach
  void close() {
    manager.close();
  }

  @Test
  @DisplayName("PM-3: video back, values by themselves, and results to consume as well")
  void showsVideoSendsValuesAndKeepsResults() throws Exception {
    try (TestPeer client = new TestPeer(Film.small())) {
      Map<String, Object> body = body(client);
      body.put("stream_output", List.of("picture", "ignored"));
      body.put("data_output", List.of("threshold", "ignored"));
      StreamManager.Answer answer = manager.ask("POST", "initialise_webrtc", body);
      assertEquals(200, answer.status(), answer::toString);
      assertEquals("answer", answer.at("/type").asText());
      String id = answer.at("/context/pipeline_id").asText();
      assertEquals("[\"" + id + "\"]", manager.get("list").at("/pipelines").toString());
      client.answer(answer.at("/sdp").asText());
      assertTrue(client.awaitConnected());
      assertNotNull(client.pictures().poll(20, TimeUnit.SECONDS), "a picture comes back");
      assertEquals("0.25", client.results().poll(20, TimeUnit.SECONDS));

      AtomicReference<JsonNode> consumed = new AtomicReference<>();
      Streams.await(
          () -> {
            Map<String, Object> fields = Map.of("excluded_fields", List.of("picture"));
            consumed.set(manager.ask("GET", id + "/consume", fields).body());
            return !consumed.get().at("/outputs").isEmpty();
          });
      JsonNode result = consumed.get();
      assertEquals("[{\"threshold\":0.25}]", result.at("/outputs").toString());
      assertEquals(0, result.at("/frames_metadata/0/source_id").asInt());

      JsonNode source = manager.get(id + "/status").at("/report/sources_metadata/0");
      assertEquals("RUNNING", source.at("/state").asText());
      assertEquals(-1, source.at("/source_properties/total_frames").asInt());
      assertEquals(
          "INITIALISING",
          manager
              .get(id + "/status")
              .at("/report/video_source_status_updates/1/payload/new_state")
              .asText());

      client.say("{\"data_output\": [\"nothing\"]}");
      client.say("{\"data_output\": \"threshold\", \"stream_output\": [\"picture\"]}");
      client.results().clear();
      assertEquals("0.25", client.results().poll(20, TimeUnit.SECONDS), "by name alone, too");

      assertEquals(200, manager.post(id + "/pause").status());
      Streams.await(
          () ->
              manager
                  .get(id + "/status")
                  .at("/report/sources_metadata/0/state")
                  .asText()
                  .equals("MUTED"));
      assertEquals(500, manager.post(id + "/pause").status());
      assertEquals(200, manager.post(id + "/resume").status());
      assertEquals(200, manager.post(id + "/terminate").status());
      assertEquals(404, manager.get(id + "/status").status());
      assertEquals(0, manager.registry().size());
    }
  }

  @Test
  @DisplayName("PM-3: what is wrong with the value shows on the video, which goes on")
  void writesFaultsOnTheVideo() throws Exception {
    try (TestPeer client = new TestPeer(Film.small())) {
      Map<String, Object> body = body(client);
      body.put("stream_output", List.of("picture"));
      body.put("data_output", List.of("picture"));
      StreamManager.Answer answer = manager.ask("POST", "initialise_webrtc", body);
      client.answer(answer.at("/sdp").asText());
      awaitLettering(client, true);
      assertEquals(0, client.results().size(), "a picture is no value");
      client.say("{\"data_output\": [\"threshold\"]}");
      assertEquals("0.25", client.results().poll(20, TimeUnit.SECONDS));
      awaitLettering(client, false);
      client.say("{\"data_output\": [\"nothing\"]}");
      awaitLettering(client, true);
      client.say("{\"data_output\": [\"threshold\"], \"stream_output\": [\"nothing\"]}");
      client.results().clear();
      assertEquals("0.25", client.results().poll(20, TimeUnit.SECONDS));
      awaitLettering(client, true);
    }
  }

  @Test
  @DisplayName(
      "PM-3: names that no output has are no reason to refuse: any picture, and the reason")
  void fallsBackToAnyPictureFromTheBeginning() throws Exception {
    try (TestPeer client = new TestPeer(Film.small())) {
      Map<String, Object> body = body(client);
      body.put("stream_output", List.of("nobody"));
      body.put("data_output", List.of("none"));
      StreamManager.Answer answer = manager.ask("POST", "initialise_webrtc", body);
      assertEquals(200, answer.status(), answer::toString);
      client.answer(answer.at("/sdp").asText());
      awaitLettering(client, true);
      assertEquals(0, client.results().size());
      client.say("{\"stream_output\": [\"picture\"], \"data_output\": [\"threshold\"]}");
      assertEquals("0.25", client.results().poll(20, TimeUnit.SECONDS));
      awaitLettering(client, false);
    }
  }

  /** Pictures come, in the end with lettering on them or without. */
  private static void awaitLettering(TestPeer client, boolean some) throws Exception {
    Picture picture = client.pictures().poll(20, TimeUnit.SECONDS);
    for (int i = 0; picture != null && picture.green() > LETTERING != some && i < 200; i++) {
      picture = client.pictures().poll(20, TimeUnit.SECONDS);
    }
    assertNotNull(picture, "pictures come");
    assertEquals(some, picture.green() > LETTERING, picture::toString);
  }

  @Test
  @DisplayName("PM-3: what happened to a browser's pipeline stands in its report, as it happened")
  void reportsWhatHappened() throws Exception {
    try (TestPeer client = new TestPeer(Film.small())) {
      Map<String, Object> body = body(client);
      body.put("stream_output", List.of("picture"));
      body.put("data_output", List.of("picture"));
      StreamManager.Answer answer = manager.ask("POST", "initialise_webrtc", body);
      client.answer(answer.at("/sdp").asText());
      String report = answer.at("/context/pipeline_id").asText() + "/status";
      List<String> events = new ArrayList<>();
      Streams.await(
          () -> {
            manager.registry().snapshots().forEach(s -> refresh(s.id()));
            events.clear();
            manager
                .get(report)
                .at("/report/video_source_status_updates")
                .forEach(u -> events.add(u.path("event_type").asText() + told(u)));
            return events.stream().anyMatch(e -> e.startsWith("INFERENCE_ERROR"));
          });
      assertEquals(
          List.of(
              "INFERENCE_THREAD_STARTED inference_pipeline 20 {}",
              "SOURCE_STATE_UPDATE video_source 20 {\"previous_state\":\"NOT_STARTED\","
                  + "\"new_state\":\"INITIALISING\",\"source_id\":0}",
              "VIDEO_CONSUMPTION_STARTED video_source 20 {\"source_id\":0}",
              "SOURCE_STATE_UPDATE video_source 20 {\"previous_state\":\"INITIALISING\","
                  + "\"new_state\":\"RUNNING\",\"source_id\":0}",
              "INFERENCE_ERROR inference_pipeline 40 {\"error_type\":\"StepExecutionError\","
                  + "\"error_message\":\"Selected data output 'picture' contains image, please use"
                  + " video output instead\",\"error_context\":\"inference_thread\"}"),
          events);
    }
  }

  /** As the housekeeper does. */
  private void refresh(String session) {
    manager.registry().find(session).ifPresent(OpenSession::refresh);
  }

  private static String told(JsonNode update) {
    return " %s %s %s"
        .formatted(
            update.path("context").asText(), update.path("severity"), update.path("payload"));
  }

  @Test
  @DisplayName("PM-3: a rate that is asked for is held, without any video back")
  void holdsTheRate() throws Exception {
    try (TestPeer client = new TestPeer(Film.small())) {
      Map<String, Object> body = body(client);
      StreamManager.inner(body, "video_configuration").put("max_fps", 2);
      body.put("data_output", List.of("threshold"));
      StreamManager.Answer answer = manager.ask("POST", "initialise_webrtc", body);
      client.answer(answer.at("/sdp").asText());
      String id = answer.at("/context/pipeline_id").asText();
      Streams.await(() -> client.results().size() >= 3);
      double fps = manager.get(id + "/status").at("/report/inference_throughput").asDouble();
      assertTrue(fps > 0 && fps < 4, () -> "rate " + fps);
      assertTrue(client.pictures().isEmpty());
    }
  }

  @Test
  void tellsWhyThereIsNoAnswer() throws Exception {
    Map<String, Object> body = StreamManager.body("0");
    body.put("webrtc_offer", Map.of("type", "offer", "sdp", "v=0"));
    StreamManager.Answer answer = manager.ask("POST", "initialise_webrtc", body);
    assertEquals(400, answer.status(), answer::toString);
    assertEquals("ProcessesManagerInvalidPayload", answer.at("/error_type").asText());
    Streams.await(() -> manager.registry().size() == 0);
    assertEquals("[]", manager.get("list").at("/pipelines").toString());
    body.put("webrtc_turn_config", Map.of("urls", "turn:x"));
    body.put("fps_probe_frames", 1);
    body.remove("webrtc_offer");
    StreamManager.Answer wrong = manager.ask("POST", "initialise_webrtc", body);
    assertEquals(422, wrong.status());
    assertEquals(4, wrong.at("/detail").size(), wrong::toString);
  }

  private static Map<String, Object> body(TestPeer client) {
    Map<String, Object> body = StreamManager.body("0");
    body.put("webrtc_offer", Map.of("type", "offer", "sdp", client.offer(candidate -> {})));
    body.put("webrtc_peer_timeout", 1.0);
    body.put("webrtc_realtime_processing", true);
    body.put("webrtc_turn_config", null);
    body.put("stream_output", List.of());
    body.put("data_output", List.of());
    body.put("webcam_fps", 30);
    body.put("processing_timeout", 0.005);
    body.put("fps_probe_frames", 10);
    body.put("max_consecutive_timeouts", 30);
    body.put("min_consecutive_on_time", 5);
    return body;
  }
}
