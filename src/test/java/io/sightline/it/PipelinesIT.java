package io.sightline.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sightline.camera.MjpegCamera;
import io.sightline.peer.Film;
import io.sightline.peer.TestPeer;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Pipelines on a real server, over HTTP and over the stream manager's protocol. */
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class PipelinesIT {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String BODY =
      """
      {"video_configuration": {"type": "VideoConfiguration", "video_reference": [%s],
          "source_buffer_filling_strategy": "WAIT", "source_buffer_consumption_strategy": "LAZY"},
       "processing_configuration": {"type": "WorkflowConfiguration"},
       "sink_configuration": {"type": "MemorySinkConfiguration", "results_buffer_size": 4},
       "type": "init"}
      """;

  /** What the reference's HTTP front end sends for a browser, keys without a value left out. */
  private static final String WEBRTC =
      """
      {"video_configuration": {"type": "VideoConfiguration", "video_reference": 0,
          "source_buffer_filling_strategy": "DROP_OLDEST",
          "source_buffer_consumption_strategy": "EAGER"},
       "processing_configuration": {"type": "WorkflowConfiguration", "image_input_name": "image",
          "disable_sinks": false, "workflows_thread_pool_workers": 4,
          "execution_engine_thread_pool_workers": 4, "cancel_thread_pool_tasks_on_exit": true,
          "video_metadata_input_name": "video_metadata"},
       "sink_configuration": {"type": "MemorySinkConfiguration", "results_buffer_size": 64},
       "predictions_queue_size": 512, "decoding_buffer_size": 64,
       "webrtc_offer": {"type": "offer", "sdp": %s},
       "webrtc_peer_timeout": 1.0, "webrtc_realtime_processing": true,
       "stream_output": ["annotated_image"], "data_output": ["predictions"],
       "processing_timeout": 0.005, "fps_probe_frames": 10, "max_consecutive_timeouts": 30,
       "min_consecutive_on_time": 5, "type": "webrtc"}
      """;

  @TempDir static Path folder;
  private static SightlineServer server;
  private static int port;

  @BeforeAll
  static void start() throws IOException {
    try (InputStream clip =
        PipelinesIT.class.getResourceAsStream("/io/sightline/video/turned.mp4")) {
      Files.copy(clip, folder.resolve("clip.mp4"));
    }
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    server =
        SightlineServer.start(
            Map.of(
                "ENABLE_STREAM_API", "True",
                "STREAM_MANAGER_PORT", String.valueOf(port),
                "sightline.pipelines.tcp.enabled", "true",
                "sightline.media.sources.directory", folder.toString(),
                "sightline.media.sources.hosts", "127.0.0.1",
                "sightline.session.limit", "2"));
  }

  @AfterAll
  static void stop() {
    server.close();
    assertThrows(ConnectException.class, () -> new Socket("127.0.0.1", port).close());
  }

  @Test
  void findsPeopleThatACameraShowsAndCountsAsASession() throws Exception {
    try (MjpegCamera camera = new MjpegCamera(MjpegCamera.walking(), MjpegCamera.Manner.ENDLESS)) {
      HttpAnswer opened =
          HttpAnswer.post(at("initialise"), BODY.formatted("\"" + camera.url() + "\""));
      assertEquals(200, opened.status(), opened.body());
      String id = parse(opened.body()).at("/context/pipeline_id").asText();
      assertEquals(1, tcp("{\"type\": \"list_pipelines\"}").at("/response/pipelines").size());
      JsonNode result = await(() -> consume(id));
      assertEquals("person", result.at("/outputs/0/predictions/predictions/0/class").asText());
      assertTrue(result.at("/outputs/0/annotated_image").isMissingNode(), "excluded");
      JsonNode status = parse(HttpAnswer.get(at(id + "/status")).body());
      assertEquals("RUNNING", status.at("/report/sources_metadata/0/state").asText());
      assertEquals(200, HttpAnswer.post(at(id + "/pause"), "{\"api_key\": null}").status());
      assertEquals(200, HttpAnswer.post(at(id + "/resume"), "").status());
      assertEquals(200, HttpAnswer.post(at(id + "/terminate"), "").status());
      assertEquals(404, HttpAnswer.get(at(id + "/status")).status());
      while (camera.connections() > 0) {
        TimeUnit.MILLISECONDS.sleep(20);
      }
    }
  }

  @Test
  void endsWithTheLastFrameOfAFile() throws Exception {
    JsonNode opened = tcp(BODY.formatted("\"clip.mp4\""));
    String id = opened.path("pipeline_id").asText();
    assertEquals("success", opened.at("/response/status").asText(), opened::toString);
    await(() -> consume(id));
    await(() -> HttpAnswer.get(at(id + "/status")).status() == 404 ? JSON.nullNode() : null);
    assertEquals("{\"detail\":\"Not Found\"}", HttpAnswer.get(at(id)).body());
    assertEquals(405, HttpAnswer.get(at("initialise")).status());
    assertEquals(403, HttpAnswer.post(at("initialise"), BODY.formatted("\"x\"")).status());
    assertEquals(422, HttpAnswer.post(at("initialise"), "{}").status());
  }

  @Test
  void bringsABrowsersVideoBackThatWasConnectedOverTcp() throws Exception {
    try (TestPeer client = new TestPeer(Film.small())) {
      String offer = JSON.writeValueAsString(client.offer(candidate -> {}));
      JsonNode answer = tcp(WEBRTC.formatted(offer));
      String id = answer.path("pipeline_id").asText();
      assertEquals("success", answer.at("/response/status").asText(), answer::toString);
      assertEquals("answer", answer.at("/response/type").asText());
      client.answer(answer.at("/response/sdp").asText());
      assertNotNull(client.pictures().poll(60, TimeUnit.SECONDS), "a picture comes back");
      JsonNode value = parse(client.results().poll(60, TimeUnit.SECONDS));
      assertTrue(value.path("predictions").isArray(), () -> "by itself, in one piece: " + value);
      assertTrue(value.has("image"), value::toString);

      client.say("{\"stream_output\": [\"annotated_image\"], \"data_output\": [\"count\"]}");
      String text = client.results().poll(60, TimeUnit.SECONDS);
      for (int i = 0; i < 500 && text != null && text.startsWith("{"); i++) {
        text = client.results().poll(60, TimeUnit.SECONDS);
      }
      assertTrue(String.valueOf(text).matches("\\d+"), "not as Python shows a number: " + text);
      String about = "{\"type\": \"%s\", \"pipeline_id\": \"" + id + "\"}";
      await(
          () -> {
            JsonNode consumed = tcp(about.formatted("consume_result")).path("response");
            return consumed.path("outputs").isEmpty() ? null : consumed;
          });
      JsonNode source = tcp(about.formatted("status")).at("/response/report/sources_metadata/0");
      assertEquals("RUNNING", source.path("state").asText());
      assertEquals(List.of(id), ids(tcp("{\"type\": \"list_pipelines\"}")));
      for (String command : List.of("mute", "resume", "terminate")) {
        JsonNode done = tcp(about.formatted(command));
        assertEquals("success", done.at("/response/status").asText(), done::toString);
      }
      assertEquals(List.of(), ids(tcp("{\"type\": \"list_pipelines\"}")));
      JsonNode gone = tcp(about.formatted("status")).path("response");
      assertEquals("not_found", gone.path("error_type").asText());
    }
  }

  private static List<String> ids(JsonNode list) {
    List<String> ids = new ArrayList<>();
    list.at("/response/pipelines").forEach(id -> ids.add(id.asText()));
    return ids;
  }

  private static URI at(String path) {
    return server.uri("inference_pipelines/" + path);
  }

  /** With a body on GET, as the published client sends it; null where nothing waits. */
  private static JsonNode consume(String id) {
    HttpAnswer answer =
        HttpAnswer.getWithBody(
            at(id + "/consume"),
            "{\"api_key\": \"k\", \"excluded_fields\": [\"annotated_image\"]}");
    assertEquals(200, answer.status(), answer::body);
    JsonNode body = parse(answer.body());
    boolean camera = body.at("/outputs/0/predictions/image/width").asInt() == 640;
    boolean nobody = body.at("/outputs/0/predictions/predictions").isEmpty();
    return body.at("/outputs").isEmpty() || camera && nobody ? null : body;
  }

  private static JsonNode parse(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static <T> T await(Supplier<T> source) throws InterruptedException {
    T value = source.get();
    while (value == null) {
      TimeUnit.MILLISECONDS.sleep(100);
      value = source.get();
    }
    return value;
  }

  private static JsonNode tcp(String command) {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      byte[] body = command.getBytes(UTF_8);
      DataOutputStream out = new DataOutputStream(socket.getOutputStream());
      out.writeInt(body.length);
      out.write(body);
      DataInputStream in = new DataInputStream(socket.getInputStream());
      return JSON.readTree(in.readNBytes(in.readInt()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
