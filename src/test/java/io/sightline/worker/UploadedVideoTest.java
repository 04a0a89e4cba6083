package io.sightline.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sightline.peer.UploadPeer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files as the SDK for Python sends them: no video section, frames back as JPEG in the results. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class UploadedVideoTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int FRAMES = 30;

  @TempDir private Path folder;

  private WorkerClient server;

  @BeforeEach
  void open() {
    server =
        new WorkerClient(
            2,
            Map.of(
                "SIGHTLINE_UPLOAD_FOLDER",
                folder.toString(),
                "SIGHTLINE_UPLOAD_MAX_BYTES",
                "1000000"));
  }

  @AfterEach
  void close() {
    server.close();
    assertEquals(0, folder.toFile().list().length, "no file stays");
  }

  @Test
  @DisplayName("S-15: every frame of a file, none left out, then the end")
  void processesEveryFrameAndTellsTheEnd() throws Exception {
    try (UploadPeer client = connected(List.of("picture", "threshold"), false)) {
      client.ping(7);
      assertEquals(7, client.echoes().poll(20, TimeUnit.SECONDS));
      client.upload(clip());
      for (int frame = 1; frame <= FRAMES; frame++) {
        JsonNode result = next(client);
        assertEquals(frame, result.path("video_metadata").path("frame_id").asInt());
        assertEquals(10.0, result.path("video_metadata").path("declared_fps").asDouble());
        JsonNode picture = result.path("serialized_output_data").path("picture");
        assertEquals("base64", picture.path("type").asText());
        assertTrue(picture.path("video_metadata").path("comes_from_video_file").asBoolean());
        byte[] jpeg = Base64.getDecoder().decode(picture.path("value").asText());
        assertEquals(0xFFD8, (jpeg[0] & 0xFF) << 8 | jpeg[1] & 0xFF);
        assertFalse(result.path("processing_complete").asBoolean());
      }
      JsonNode end = next(client);
      assertTrue(end.path("processing_complete").asBoolean(), end::toString);
      assertTrue(end.path("termination_reason").isNull());
      assertEquals(FRAMES, end.path("video_metadata").path("frame_id").asInt());
      eventually("the session's end", () -> server.registry().size() == 0);
    }
  }

  @Test
  @DisplayName("S-15: frames wait for acknowledgements, and the end for no further one")
  void paysHeedToAcknowledgements() throws Exception {
    try (UploadPeer client = connected(List.of("threshold"), false)) {
      client.say("{\"ack\":1}");
      client.upload(clip());
      List<Integer> seen = new ArrayList<>();
      seen.add(next(client).path("video_metadata").path("frame_id").asInt());
      seen.add(next(client).path("video_metadata").path("frame_id").asInt());
      assertNull(client.results().poll(1, TimeUnit.SECONDS), "frame 3 waits for 2");
      for (int frame = 3; frame <= FRAMES; frame++) {
        client.say("{\"ack\":" + (frame - 1) + "}");
        seen.add(next(client).path("video_metadata").path("frame_id").asInt());
      }
      assertEquals(FRAMES, seen.stream().distinct().count());
      assertTrue(next(client).path("processing_complete").asBoolean());
    }
  }

  @Test
  void changesOutputsWhileTheFilePlays() throws Exception {
    try (UploadPeer client = connected(List.of("threshold"), false)) {
      client.say("{\"ack\":1}");
      client.upload(clip());
      assertTrue(next(client).path("serialized_output_data").has("threshold"));
      client.say("{\"stream_output\":null,\"data_output\":[],\"ack\":2}");
      JsonNode result = next(client);
      for (int frame = 2; !result.path("serialized_output_data").isNull(); frame++) {
        client.say("{\"ack\":" + frame + "}");
        result = next(client);
      }
      assertFalse(result.path("processing_complete").asBoolean(), "before the end");
    }
  }

  @Test
  @DisplayName("S-15: in realtime mode the file plays at its own rate")
  void playsAtItsOwnRate() throws Exception {
    try (UploadPeer client = connected(List.of("threshold"), true)) {
      client.upload(clip());
      next(client);
      long first = System.nanoTime();
      JsonNode result = next(client);
      while (!result.path("processing_complete").asBoolean()) {
        result = next(client);
      }
      assertTrue(System.nanoTime() - first > 2_000_000_000L, "30 frames at 10 a second");
    }
  }

  @Test
  @DisplayName("S-15: what is no video, or too large, ends its session and leaves nothing")
  void endsASessionWhoseFileCannotBePlayed() throws Exception {
    try (UploadPeer client = connected(List.of(), false)) {
      client.upload("this is no video".getBytes(StandardCharsets.US_ASCII));
      assertTrue(next(client).path("processing_complete").asBoolean());
      eventually("the session's end", () -> server.registry().size() == 0);
    }
    try (UploadPeer client = connected(List.of(), false)) {
      client.upload(new byte[1_100_000]);
      eventually("the session's end", () -> server.registry().size() == 0);
      assertEquals(0, folder.toFile().list().length);
    }
  }

  @Test
  @DisplayName("S-15: the end of a session stops its file at once")
  void stopsWhenTheSessionEnds() throws Exception {
    try (UploadPeer client = connected(List.of("threshold"), true)) {
      client.upload(clip());
      next(client);
      server.post("webrtc/session/heartbeat/end", Map.of("session_id", "mine"));
      eventually("the session's end", () -> server.registry().size() == 0);
    }
  }

  private UploadPeer connected(List<String> data, boolean realtime) throws Exception {
    UploadPeer client = new UploadPeer();
    Map<String, Object> body = WorkerClient.python(client.offer(), data);
    body.put("webrtc_realtime_processing", realtime);
    body.put("session_id", "mine");
    WorkerClient.Answer answer = server.open(body);
    assertEquals(200, answer.status(), answer::toString);
    client.connect(answer.body().path("sdp").asText());
    return client;
  }

  private static JsonNode next(UploadPeer client) throws Exception {
    String result = client.results().poll(20, TimeUnit.SECONDS);
    assertNotNull(result, "a result comes");
    return JSON.readTree(result);
  }

  private static byte[] clip() throws IOException {
    try (InputStream in =
        UploadedVideoTest.class.getResourceAsStream("/io/sightline/video/turned.mp4")) {
      return in.readAllBytes();
    }
  }

  private static void eventually(String what, BooleanSupplier holds) throws InterruptedException {
    for (int i = 0; i < 300 && !holds.getAsBoolean(); i++) {
      TimeUnit.MILLISECONDS.sleep(100);
    }
    assertTrue(holds.getAsBoolean(), what);
  }
}
