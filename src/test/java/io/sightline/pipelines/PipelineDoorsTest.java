package io.sightline.pipelines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.sightline.camera.MjpegCamera;
import io.sightline.stream.Streams;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 120, unit = TimeUnit.SECONDS)
class PipelineDoorsTest {
  private static final String UNKNOWN = "6f9619ff-8b86-d011-b42d-00c04fc964ff";

  @TempDir private Path folder;
  private StreamManager manager;

  @BeforeEach
  void open() {
    Streams.clip(folder, "clip.mp4");
    manager = new StreamManager(folder, 2, Map.of());
  }

  @AfterEach
  void close() {
    manager.close();
  }

  @Test
  @DisplayName("PM-1: a pipeline's life, in the reference's shapes")
  void opensSteersConsumesAndTerminates() throws Exception {
    try (MjpegCamera camera = new MjpegCamera(MjpegCamera.walking(), MjpegCamera.Manner.ENDLESS)) {
      Map<String, Object> body = StreamManager.body(List.of(camera.url()));
      body.put("a_key_of_tomorrow", 1);
      StreamManager.Answer opened = manager.ask("POST", "initialise", body);
      assertEquals(200, opened.status(), opened::toString);
      assertEquals(Set.of("status", "context"), names(opened.body()));
      assertEquals("success", opened.at("/status").asText());
      assertEquals(Set.of("request_id", "pipeline_id"), names(opened.at("/context")));
      assertTrue(opened.at("/context/request_id").isTextual());
      String id = opened.at("/context/pipeline_id").asText();

      StreamManager.Answer list = manager.get("list");
      assertEquals("[\"" + id + "\"]", list.at("/pipelines").toString());
      assertTrue(list.at("/context/pipeline_id").isNull());
      assertEquals(1, manager.registry().size());

      JsonNode result = consumed(id, List.of()).body();
      assertEquals(Set.of("status", "context", "outputs", "frames_metadata"), names(result));
      assertEquals(0.25, result.at("/outputs/0/threshold").asDouble());
      JsonNode picture = result.at("/outputs/0/picture");
      assertEquals("base64", picture.at("/type").asText());
      byte[] jpeg = Base64.getDecoder().decode(picture.at("/value").asText());
      assertEquals((byte) 0xD8, jpeg[1]);
      assertEquals(
          Set.of("frame_timestamp", "frame_id", "source_id"),
          names(result.at("/frames_metadata/0")));
      assertEquals(0, result.at("/frames_metadata/0/source_id").asInt());
      assertTrue(result.at("/frames_metadata/0/frame_timestamp").asText().matches("\\d{4}-.*T.*"));
      assertEquals(Set.of("threshold"), names(consumed(id, List.of("picture")).at("/outputs/0")));

      StreamManager.Answer status = manager.get(id + "/status");
      checkReport(status.at("/report"));
      assertEquals("RUNNING", status.at("/report/sources_metadata/0/state").asText());
      assertEquals(
          "http://127.0.0.1:%d/…".formatted(camera.port()),
          status.at("/report/sources_metadata/0/source_reference").asText());

      assertEquals(200, manager.post(id + "/pause").status());
      StreamManager.Answer muted = manager.get(id + "/status");
      assertEquals("MUTED", muted.at("/report/sources_metadata/0/state").asText());
      StreamManager.Answer again = manager.post(id + "/pause");
      assertEquals(500, again.status());
      assertEquals("ProcessesManagerOperationError", again.at("/error_type").asText());
      assertEquals(
          "Error with command handling raised by InferencePipeline Manager. Error type:"
              + " operation_error. Details: Cannot get pipeline status in the current state of"
              + " InferencePipeline.",
          again.at("/message").asText());
      assertTrue(again.body().has("inner_error_type"));
      assertEquals(200, manager.post(id + "/resume").status());

      StreamManager.Answer ended = manager.post(id + "/terminate");
      assertEquals(200, ended.status());
      assertEquals(id, ended.at("/context/pipeline_id").asText());
      assertEquals(0, manager.registry().size());
      assertEquals("[]", manager.get("list").at("/pipelines").toString());
      notFound(manager.get(id + "/status"), id);
    }
  }

  private static void checkReport(JsonNode report) {
    assertEquals(
        Set.of(
            "video_source_status_updates",
            "latency_reports",
            "inference_throughput",
            "sources_metadata"),
        names(report));
    JsonNode update = report.at("/video_source_status_updates/0");
    assertEquals(
        Set.of("timestamp", "severity", "event_type", "payload", "context"), names(update));
    assertEquals(20, update.at("/severity").asInt());
    assertEquals("INFERENCE_THREAD_STARTED", update.at("/event_type").asText());
    assertEquals("inference_pipeline", update.at("/context").asText());
    JsonNode state = report.at("/video_source_status_updates/1");
    assertEquals("video_source", state.at("/context").asText());
    assertEquals(
        "{\"previous_state\":\"NOT_STARTED\",\"new_state\":\"INITIALISING\",\"source_id\":0}",
        state.at("/payload").toString());
    assertEquals(
        Set.of("source_id", "frame_decoding_latency", "inference_latency", "e2e_latency"),
        names(report.at("/latency_reports/0")));
    assertTrue(report.at("/latency_reports/0/e2e_latency").isNumber());
    assertTrue(report.at("/inference_throughput").isNumber());
    JsonNode source = report.at("/sources_metadata/0");
    assertEquals(
        Set.of(
            "source_properties",
            "source_reference",
            "buffer_size",
            "state",
            "buffer_filling_strategy",
            "buffer_consumption_strategy",
            "source_id"),
        names(source));
    assertEquals(64, source.at("/buffer_size").asInt());
    assertEquals("WAIT", source.at("/buffer_filling_strategy").asText());
    assertEquals("LAZY", source.at("/buffer_consumption_strategy").asText());
    assertEquals(
        Set.of(
            "width",
            "height",
            "total_frames",
            "is_file",
            "fps",
            "is_reconnectable",
            "timestamp_created"),
        names(source.at("/source_properties")));
    assertEquals(640, source.at("/source_properties/width").asInt());
    assertFalse(source.at("/source_properties/is_file").asBoolean());
  }

  @Test
  @DisplayName("PM-1: nothing buffered is two empty lists; a place without a frame is null")
  void answersWithEmptyListsAndNulls() throws Exception {
    Streams.clip(folder, "other.mp4");
    Map<String, Object> body = StreamManager.body(List.of("clip.mp4", "none"));
    assertEquals(403, manager.ask("POST", "initialise", body).status());
    MjpegCamera.Manner gone = new MjpegCamera.Manner(true, 0, true, "HTTP/1.0 404 No", null);
    try (MjpegCamera camera = new MjpegCamera(MjpegCamera.walking(), gone)) {
      String id = opened(StreamManager.body(List.of(camera.url(), "clip.mp4")));
      JsonNode result = consumed(id, List.of("picture")).body();
      assertTrue(result.at("/outputs/0").isNull());
      assertTrue(result.at("/frames_metadata/0").isNull());
      assertEquals(1, result.at("/frames_metadata/1/source_id").asInt());
      Streams.await(() -> manager.get(id + "/consume").at("/outputs").isEmpty());
      JsonNode empty = manager.ask("GET", id + "/consume", Map.of("api_key", "k")).body();
      assertEquals("[]", empty.at("/outputs").toString());
      assertEquals("[]", empty.at("/frames_metadata").toString());
    }
  }

  @Test
  void tellsOfPipelinesThatAreNotThere() {
    for (String door : List.of("status", "consume")) {
      notFound(manager.get(UNKNOWN + "/" + door), UNKNOWN);
    }
    for (String door : List.of("pause", "resume", "terminate")) {
      notFound(manager.post(UNKNOWN + "/" + door), UNKNOWN);
    }
  }

  @Test
  @DisplayName("PM-1: everything that is wrong with a payload is told at once, with its place")
  void tellsEveryFault() {
    Map<String, Object> body = StreamManager.body(Map.of());
    Map<String, Object> video = StreamManager.inner(body, "video_configuration");
    video.put("type", "Video");
    video.put("max_fps", "fast");
    video.put("source_buffer_filling_strategy", "DROP");
    video.put("source_buffer_consumption_strategy", 7);
    video.put("video_source_properties", List.of());
    Map<String, Object> workflow = StreamManager.inner(body, "processing_configuration");
    workflow.remove("type");
    workflow.put("workflows_thread_pool_workers", 1.5);
    body.put("sink_configuration", Map.of("results_buffer_size", "x"));
    body.put("decoding_buffer_size", 0);
    body.put("predictions_queue_size", null);
    body.put("consumption_timeout", -1);
    StreamManager.Answer answer = manager.ask("POST", "initialise", body);
    assertEquals(422, answer.status());
    Set<String> faults = new TreeSet<>();
    answer
        .at("/detail")
        .forEach(
            d -> {
              List<String> place = new ArrayList<>();
              d.path("loc").forEach(part -> place.add(part.asText()));
              faults.add(String.join(".", place) + " " + d.path("type").asText());
            });
    assertEquals(
        new TreeSet<>(
            List.of(
                "body.video_configuration.type literal_error",
                "body.video_configuration.video_reference.str string_type",
                "body.video_configuration.video_reference.int int_type",
                "body.video_configuration.video_reference.list[union[str,int]] list_type",
                "body.video_configuration.max_fps float_parsing",
                "body.video_configuration.source_buffer_filling_strategy enum",
                "body.video_configuration.source_buffer_consumption_strategy enum",
                "body.video_configuration.video_source_properties model_attributes_type",
                "body.processing_configuration.type missing",
                "body.processing_configuration.workflows_thread_pool_workers int_from_float",
                "body.sink_configuration.type missing",
                "body.sink_configuration.results_buffer_size int_parsing",
                "body.decoding_buffer_size greater_than_equal",
                "body.predictions_queue_size int_type",
                "body.consumption_timeout greater_than_equal")),
        faults);
    assertTrue(
        answer
            .body()
            .toString()
            .contains(
                "Input should be 'WAIT', 'DROP_OLDEST', 'ADAPTIVE_DROP_OLDEST', 'DROP_LATEST' or"
                    + " 'ADAPTIVE_DROP_LATEST'"));
    for (Object wrong : List.of(1.5, true, Map.of("fps", "x"))) {
      Map<String, Object> other = StreamManager.body("clip.mp4");
      StreamManager.inner(other, "video_configuration")
          .put(wrong instanceof Map ? "video_source_properties" : "video_reference", wrong);
      assertEquals(422, manager.ask("POST", "initialise", other).status(), wrong::toString);
    }
    assertEquals(422, manager.ask("POST", "initialise", null).status());
    assertEquals(422, manager.ask("POST", "initialise", Map.of()).status());
    assertEquals(422, manager.ask("POST", "initialise_webrtc", List.of()).status());
  }

  @Test
  void tellsWhyAPipelineIsNotOpened() {
    refused(Map.of("workflow_specification", Map.of("version", "1.0")), 400, "Invalid");
    Map<String, Object> unknownBlock =
        Map.of(
            "version", "1.0",
            "inputs", List.of(),
            "steps", List.of(Map.of("type", "none@v1", "name", "a")),
            "outputs", List.of());
    refused(Map.of("workflow_specification", unknownBlock), 400, "ProcessesManagerInvalidPayload");
    refused(Map.of("image_input_name", "photo"), 500, "ProcessesManagerInternalError");
    Map<String, Object> stored = StreamManager.body("clip.mp4");
    Map<String, Object> workflow = StreamManager.inner(stored, "processing_configuration");
    workflow.put("workflow_specification", null);
    workflow.put("workflow_id", "no-such-one");
    StreamManager.Answer answer = manager.ask("POST", "initialise", stored);
    assertEquals(404, answer.status());
    assertEquals("ProcessesManagerNotFoundError", answer.at("/error_type").asText());

    StreamManager.Answer device = manager.ask("POST", "initialise", StreamManager.body(0));
    assertEquals(403, device.status());
    assertEquals("SourceNotAllowed", device.at("/error_type").asText());
    assertEquals(
        400, manager.ask("POST", "initialise", StreamManager.body("ftp://127.0.0.1/x")).status());
    opened(StreamManager.body("clip.mp4"));
    opened(StreamManager.body("clip.mp4"));
    StreamManager.Answer full = manager.ask("POST", "initialise", StreamManager.body("clip.mp4"));
    assertEquals(429, full.status());
    assertEquals("SessionLimitReached", full.at("/error_type").asText());
    assertEquals(2, manager.registry().size(), "nothing stays of those that were refused");
  }

  @Test
  @DisplayName("PM-4: where the API is off there is nothing")
  void answersNothingUnlessItIsOn() {
    assertEquals(Set.of("GET"), methods("list"));
    assertEquals(Set.of("POST"), methods("initialise"));
    assertEquals(Set.of("POST"), methods("initialise_webrtc"));
    assertEquals(Set.of("GET"), methods("x/status"));
    assertEquals(Set.of("GET"), methods("x/consume"));
    assertEquals(Set.of("POST"), methods("x/pause"));
    assertEquals(Set.of(), methods("x"));
    assertEquals(Set.of(), methods("x/y"));
    assertEquals(Set.of(), methods("x/status/y"));
    assertEquals(Set.of(), manager.doors().methodsAt(List.of()));
    try (StreamManager off = new StreamManager(folder, 1, Map.of("ENABLE_STREAM_API", "False"))) {
      assertEquals(Set.of(), off.doors().methodsAt(List.of("inference_pipelines", "list")));
    }
  }

  private Set<String> methods(String path) {
    return manager.doors().methodsAt(List.of(("inference_pipelines/" + path).split("/")));
  }

  private void refused(Map<String, Object> change, int status, String type) {
    Map<String, Object> body = StreamManager.body("clip.mp4");
    StreamManager.inner(body, "processing_configuration").putAll(change);
    StreamManager.Answer answer = manager.ask("POST", "initialise", body);
    assertEquals(status, answer.status(), answer::toString);
    assertTrue(answer.at("/error_type").asText().contains(type), answer::toString);
  }

  private String opened(Map<String, Object> body) {
    StreamManager.Answer opened = manager.ask("POST", "initialise", body);
    assertEquals(200, opened.status(), opened::toString);
    return opened.at("/context/pipeline_id").asText();
  }

  private StreamManager.Answer consumed(String id, List<String> excluded)
      throws InterruptedException {
    List<StreamManager.Answer> answers = new ArrayList<>();
    Streams.await(
        () -> {
          StreamManager.Answer answer =
              manager.ask("GET", id + "/consume", Map.of("excluded_fields", excluded));
          assertEquals(200, answer.status(), answer::toString);
          answers.add(answer);
          return !answer.at("/outputs").isEmpty();
        });
    return answers.get(answers.size() - 1);
  }

  private static void notFound(StreamManager.Answer answer, String id) {
    assertEquals(404, answer.status());
    assertEquals("ProcessesManagerNotFoundError", answer.at("/error_type").asText());
    assertEquals(
        "Error with command handling raised by InferencePipeline Manager. Error type: not_found."
            + " Details: Could not find InferencePipeline with id=%s.".formatted(id),
        answer.at("/message").asText());
    assertTrue(answer.at("/inner_error_type").isNull());
  }

  private static Set<String> names(JsonNode object) {
    Set<String> names = new TreeSet<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
