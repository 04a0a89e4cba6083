package io.sightline.pipelines;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sightline.peer.Film;
import io.sightline.peer.TestPeer;
import io.sightline.settings.SettingsException;
import io.sightline.stream.Streams;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The TCP protocol as the reference's client speaks it: bytes of a length, and JSON of Python. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class CommandServerTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What Python's {@code json.dumps} writes for a pipeline, keys without a value left out. */
  private static final String INIT =
      "{\"video_configuration\": {\"type\": \"VideoConfiguration\", \"video_reference\":"
          + " \"clip.mp4\", \"source_buffer_filling_strategy\": \"WAIT\","
          + " \"source_buffer_consumption_strategy\": \"LAZY\"}, \"processing_configuration\":"
          + " {\"type\": \"WorkflowConfiguration\", \"workflow_specification\": {\"version\":"
          + " \"1.0\", \"inputs\": [{\"type\": \"InferenceImage\", \"name\": \"image\"}],"
          + " \"steps\": [], \"outputs\": [{\"type\": \"JsonField\", \"name\": \"picture\","
          + " \"selector\": \"$inputs.image\"}]}, \"image_input_name\": \"image\","
          + " \"disable_sinks\": false, \"workflows_thread_pool_workers\": 4,"
          + " \"execution_engine_thread_pool_workers\": 4, \"cancel_thread_pool_tasks_on_exit\":"
          + " true, \"video_metadata_input_name\": \"video_metadata\"}, \"sink_configuration\":"
          + " {\"type\": \"MemorySinkConfiguration\", \"results_buffer_size\": 64},"
          + " \"predictions_queue_size\": 512, \"decoding_buffer_size\": 64, \"type\": \"init\"}";

  private static final String HASH_OF_SECRET =
      "2bb80d537b1da3e38bd30361aa855686bde0eacd7162fef6a25fe97bf527a25b";

  @TempDir private Path folder;
  private StreamManager manager;

  @BeforeEach
  void open() {
    Streams.clip(folder, "clip.mp4");
    manager =
        new StreamManager(
            folder,
            2,
            Map.of(
                "STREAM_MANAGER_SOCKET_TIMEOUT", "1.0",
                "SIGHTLINE_PIPELINES_TCP_CONNECTIONS", "3",
                "SIGHTLINE_PIPELINES_TCP_COMMAND_MAX_BYTES", "100000"));
  }

  @AfterEach
  void close() {
    manager.close();
    assertThrows(IOException.class, () -> connect().close(), "it listens no more");
  }

  @Test
  @DisplayName("PM-1, PM-2, PM-7: all commands, and the same pipelines as over HTTP")
  void carriesOutAllCommands() throws Exception {
    JsonNode opened = ask(INIT);
    assertEquals("{\"status\":\"success\"}", opened.path("response").toString());
    String id = opened.path("pipeline_id").asText();
    assertTrue(opened.path("request_id").asText().length() > 30);
    JsonNode list = ask("{\"type\": \"list_pipelines\"}");
    assertEquals("[\"" + id + "\"]", list.at("/response/pipelines").toString());
    assertTrue(list.path("pipeline_id").isNull());
    assertEquals(id, manager.get("list").at("/pipelines/0").asText());

    List<JsonNode> results = new ArrayList<>();
    Streams.await(
        () -> {
          JsonNode one = command("consume_result", id, ", \"excluded_fields\": [\"nothing\"]");
          results.add(one.path("response"));
          return one.at("/response/outputs").size() > 0;
        });
    JsonNode result = results.get(results.size() - 1);
    assertEquals("success", result.path("status").asText());
    assertEquals("base64", result.at("/outputs/0/picture/type").asText());
    assertEquals(1, result.at("/frames_metadata/0/frame_id").asInt());

    JsonNode status = command("status", id, "");
    assertEquals(1, status.at("/response/report/sources_metadata").size());
    assertEquals(id, status.path("pipeline_id").asText());
    JsonNode muted = command("mute", id, "").path("response");
    if (muted.path("status").asText().equals("success")) {
      assertEquals("success", command("resume", id, "").at("/response/status").asText());
    } else {
      assertEquals("operation_error", muted.path("error_type").asText());
    }
    assertEquals("success", command("terminate", id, "").at("/response/status").asText());
    JsonNode gone = command("status", id, "").path("response");
    assertEquals("failure", gone.path("status").asText());
    assertEquals("not_found", gone.path("error_type").asText());
    assertEquals(
        "Could not find InferencePipeline with id=%s.".formatted(id),
        gone.path("public_error_message").asText());
    assertEquals("[]", manager.get("list").at("/pipelines").toString());
  }

  @Test
  void connectsABrowser() throws Exception {
    try (TestPeer client = new TestPeer(Film.small())) {
      Map<String, Object> body = StreamManager.body("0");
      body.put("type", "webrtc");
      body.put("webrtc_offer", Map.of("type", "offer", "sdp", client.offer(c -> {})));
      body.put("data_output", List.of("threshold"));
      JsonNode answer = ask(JSON.writeValueAsString(body));
      assertEquals("answer", answer.at("/response/type").asText(), answer::toString);
      client.answer(answer.at("/response/sdp").asText());
      assertEquals("0.25", client.results().poll(20, TimeUnit.SECONDS));
      String id = answer.path("pipeline_id").asText();
      assertEquals("success", command("terminate", id, "").at("/response/status").asText());
    }
  }

  @Test
  @DisplayName("PM-1: what is no command is told in the reference's classes")
  void tellsWhatIsNoCommand() throws Exception {
    failure("{}", "invalid_payload", "KeyError", "'type'");
    failure("nonsense", "invalid_payload", "MalformedPayloadError", "not in a JSON format");
    failure("[1]", "invalid_payload", "ValueError", "JSON object");
    failure(
        "{\"type\": \"dance\"}",
        "invalid_payload",
        "ValueError",
        "'dance' is not a valid CommandType");
    failure("{\"type\": \"mute\"}", "invalid_payload", "KeyError", "'pipeline_id'");
    failure("{\"type\": \"init\"}", "invalid_payload", "ValidationError", "video_configuration");
    failure(
        INIT.replace("clip.mp4", "rtsp://u:s3cret@10.1.2.3/x"),
        "invalid_payload",
        "SourceNotAllowed",
        "sources.hosts");
    failure(
        "[".repeat(300) + "]".repeat(300),
        "invalid_payload",
        "MalformedPayloadError",
        "not in a JSON format");
    failure("", "internal_error", "MalformedHeaderError", "non positive payload size: 0");
  }

  @Test
  @DisplayName("PM-1: who stops within a command is told so, and no answer is longer than need be")
  void tellsWhoStopsWithinACommand() throws Exception {
    String[][] sent = {
      {"\0\0", "MalformedHeaderError"}, {"\0\0\0\20{\"type\"", "TransmissionChannelClosed"}
    };
    for (String[] one : sent) {
      try (Socket socket = connect()) {
        socket.getOutputStream().write(one[0].getBytes(UTF_8));
        socket.shutdownOutput();
        JsonNode response = answer(socket).path("response");
        assertEquals("internal_error", response.path("error_type").asText());
        assertEquals(one[1], response.path("error_class").asText());
      }
    }
    JsonNode answer = command("status", "x".repeat(50_000), "");
    assertEquals("not_found", answer.at("/response/error_type").asText());
    assertTrue(answer.toString().length() < 2000, "an id is not repeated at any length");
  }

  @Test
  @DisplayName("PM-1: null where something must be is the same as nothing; a key is not repeated")
  void tellsNullFromSomethingAndKeepsTheKey() throws Exception {
    for (String field : List.of("video_configuration", "processing_configuration")) {
      String command = INIT.replaceFirst("\"" + field + "\": ", "\"" + field + "\": null, \"x\": ");
      JsonNode response = ask(keyed(command, "s3cret")).path("response");
      assertEquals("ValidationError", response.path("error_class").asText(), field);
      assertTrue(response.path("error_message").asText().contains(field));
      assertTrue(!response.toString().contains("s3cret"), response::toString);
    }
    assertEquals(0, manager.registry().size());
  }

  @Test
  @DisplayName("PM-5: a length beyond the bound is refused before anything of it is read")
  void boundsTheLength() throws Exception {
    for (int length : new int[] {100_001, Integer.MAX_VALUE, -1}) {
      try (Socket socket = connect()) {
        new DataOutputStream(socket.getOutputStream()).writeInt(length);
        JsonNode answer = answer(socket);
        assertEquals("MalformedHeaderError", answer.at("/response/error_class").asText());
        assertTrue(answer.toString().contains("at most 100000 bytes"), answer::toString);
      }
    }
  }

  @Test
  @DisplayName("PM-7: who sends all of a command that is too long before reading gets the answer")
  void answersWhoSendsFarTooMuch() throws Exception {
    byte[] part = new byte[1 << 20];
    int parts = 32;
    try (Socket socket = connect()) {
      DataOutputStream out = new DataOutputStream(socket.getOutputStream());
      out.writeInt(parts * part.length);
      for (int i = 0; i < parts; i++) {
        out.write(part);
      }
      JsonNode answer = answer(socket);
      assertEquals("MalformedHeaderError", answer.at("/response/error_class").asText());
    }
    Streams.await(() -> manager.server().connections() == 0);
  }

  @Test
  @DisplayName(
      "PM-5: who does not send or read finds the connection closed; there are only so many")
  void letsNobodyHoldAConnection() throws Exception {
    try (Socket silent = connect();
        Socket half = connect();
        Socket slow = connect()) {
      half.getOutputStream().write(new byte[] {0, 0});
      slow.getOutputStream().write(new byte[] {0, 0, 1, 0, '{'});
      Streams.await(() -> manager.server().connections() == 3);
      try (Socket tooMany = connect()) {
        assertEquals(-1, first(tooMany), "closed unanswered");
      }
      for (int i = 0; i < 3; i++) {
        TimeUnit.MILLISECONDS.sleep(200);
        slow.getOutputStream().write(' ');
      }
      assertEquals(-1, first(silent));
      assertEquals(-1, first(half));
      Streams.await(() -> manager.server().connections() == 0);
    }
    assertEquals("success", ask("{\"type\": \"list_pipelines\"}").at("/response/status").asText());
  }

  @Test
  @DisplayName("PM-6: no command without a key of the server, whatever else is right with it")
  void asksForAKeyWithEveryCommand() throws Exception {
    restart(Map.of("SIGHTLINE_SECURITY_API_KEYS", HASH_OF_SECRET));
    JsonNode opened = ask(keyed(INIT, "secret"));
    assertEquals("success", opened.at("/response/status").asText(), opened::toString);
    String id = opened.path("pipeline_id").asText();
    for (CommandType type : CommandType.values()) {
      String command =
          type == CommandType.INIT
              ? INIT
              : "{\"type\": \"%s\", \"pipeline_id\": \"%s\"}"
                  .formatted(type.name().toLowerCase(Locale.ROOT), id);
      refused(command, "MissingApiKeyError");
      refused(keyed(command, ""), "MissingApiKeyError");
      refused(keyed(command, "wrong"), "RoboflowAPINotAuthorizedError");
      refused(command.replaceFirst("\\{", "{\"api_key\": [\"secret\"], "), "MissingApiKeyError");
    }
    assertEquals(1, manager.registry().size(), "it was neither ended nor doubled");
    String list = keyed("{\"type\": \"list_pipelines\"}", "secret");
    assertEquals("[\"" + id + "\"]", ask(list).at("/response/pipelines").toString());
    for (String type : List.of("status", "consume_result", "terminate")) {
      JsonNode answer = command(type, id, ", \"api_key\": \"secret\"");
      assertEquals("success", answer.at("/response/status").asText(), answer::toString);
    }
  }

  @Test
  @DisplayName("PM-6: where the reference's front end drives, only who opens is asked for a key")
  void asksOnlyWhoOpensWhereTheAdministratorSaysSo() throws Exception {
    restart(
        Map.of(
            "SIGHTLINE_SECURITY_API_KEYS",
            HASH_OF_SECRET,
            "SIGHTLINE_PIPELINES_TCP_KEYS_EVERY_COMMAND",
            "false"));
    refused(INIT, "MissingApiKeyError");
    refused("{\"type\": \"webrtc\"}", "MissingApiKeyError");
    JsonNode opened = ask(keyed(INIT, "secret"));
    String id = opened.path("pipeline_id").asText();
    JsonNode list = ask("{\"type\": \"list_pipelines\"}");
    assertEquals("[\"" + id + "\"]", list.at("/response/pipelines").toString());
    for (String type : List.of("status", "consume_result", "terminate")) {
      assertEquals("success", command(type, id, "").at("/response/status").asText());
    }
  }

  @Test
  void saysWhichPortItCannotHave() {
    String port = String.valueOf(manager.server().port());
    SettingsException refused =
        assertThrows(
            SettingsException.class,
            () -> new StreamManager(folder, 1, Map.of("STREAM_MANAGER_PORT", port)));
    assertTrue(refused.getMessage().contains("127.0.0.1 port " + port), refused.getMessage());
  }

  private void restart(Map<String, String> variables) {
    manager.close();
    manager = new StreamManager(folder, 2, variables);
  }

  private static String keyed(String command, String key) {
    return command.replaceFirst("\\{", "{\"api_key\": \"" + key + "\", ");
  }

  private void refused(String command, String errorClass) throws IOException {
    JsonNode response = ask(command).path("response");
    assertEquals("authorisation_error", response.path("error_type").asText(), command);
    assertEquals(errorClass, response.path("error_class").asText(), command);
  }

  private void failure(String command, String type, String errorClass, String part)
      throws IOException {
    JsonNode response = ask(command).path("response");
    assertEquals("failure", response.path("status").asText());
    assertEquals(type, response.path("error_type").asText());
    assertEquals(errorClass, response.path("error_class").asText());
    String message = response.path("error_message").asText();
    assertTrue(message.contains(part), message);
    assertTrue(!message.contains("s3cret"), message);
  }

  private JsonNode command(String type, String id, String more) {
    try {
      return ask("{\"type\": \"%s\", \"pipeline_id\": \"%s\"%s}".formatted(type, id, more));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private JsonNode ask(String command) throws IOException {
    try (Socket socket = connect()) {
      byte[] body = command.getBytes(UTF_8);
      DataOutputStream out = new DataOutputStream(socket.getOutputStream());
      out.writeInt(body.length);
      out.write(body);
      return answer(socket);
    }
  }

  /** As the reference's client reads: a header, the body, and the end. */
  private static JsonNode answer(Socket socket) throws IOException {
    DataInputStream in = new DataInputStream(socket.getInputStream());
    byte[] body = in.readNBytes(in.readInt());
    assertEquals(-1, in.read(), "one answer, then the end");
    return JSON.readTree(body);
  }

  private static int first(Socket socket) throws IOException {
    InputStream in = socket.getInputStream();
    try {
      return in.read();
    } catch (java.net.SocketException e) {
      return -1;
    }
  }

  private Socket connect() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), manager.server().port());
    socket.setSoTimeout(20_000);
    assertNull(socket.getChannel());
    return socket;
  }
}
