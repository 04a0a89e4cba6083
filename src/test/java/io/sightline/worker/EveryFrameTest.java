package io.sightline.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sightline.camera.VideoFileWriter;
import io.sightline.peer.UploadPeer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A film of 1280x720 at 25 frames a second in every-frame mode, read by a slow client. How many
 * seconds of film is the system property {@code sightline.everyframe.seconds}, 8 by default; ten
 * minutes of it are {@code mvn -Dsightline.everyframe.seconds=600 -Dtest=EveryFrameTest test},
 * whose figures are in {@code target/every-frame.txt}.
 */
@Timeout(value = 60, unit = TimeUnit.MINUTES)
class EveryFrameTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int SECONDS = Integer.getInteger("sightline.everyframe.seconds", 8);
  private static final int RATE = 25;
  private static final int FRAMES = SECONDS * RATE;

  /** After so many frames the client does nothing for a while. */
  private static final int REST_EVERY = 150;

  private static final long REST_MILLIS = 400;

  @TempDir private Path folder;

  @Test
  @DisplayName("S-15, P-9: no frame is lost, one result each, in order, whatever the client does")
  void losesNoFrame() throws Exception {
    Path film = folder.resolve("film.mp4");
    new VideoFileWriter(1280, 720, RATE).write(film, FRAMES);
    long most = 0;
    long began = System.nanoTime();
    try (WorkerClient server =
            new WorkerClient(
                1,
                Map.of(
                    "SIGHTLINE_UPLOAD_FOLDER",
                    folder.toString(),
                    "SIGHTLINE_SESSION_IDLE_TIMEOUT",
                    "600"));
        UploadPeer client = new UploadPeer()) {
      Map<String, Object> body = WorkerClient.python(client.offer(), List.of("threshold"));
      body.put("processing_timeout", 3600);
      client.connect(server.open(body).body().path("sdp").asText());
      client.say("{\"ack\":1}");
      client.upload(Files.readAllBytes(film));
      JsonNode previous = null;
      for (int frame = 1; frame <= FRAMES; frame++) {
        JsonNode result = next(client);
        JsonNode before = previous;
        assertEquals(
            frame,
            result.path("video_metadata").path("frame_id").asInt(),
            () -> before + " then " + result);
        previous = result;
        assertEquals(RATE, result.path("video_metadata").path("declared_fps").asDouble());
        assertEquals(1280, result.path("video_metadata").path("width").asInt());
        assertEquals("[]", result.path("errors").toString());
        assertTrue(client.results().size() <= 1, "no result runs ahead of the acknowledgement");
        if (frame % REST_EVERY == 0) {
          TimeUnit.MILLISECONDS.sleep(REST_MILLIS);
        }
        client.say("{\"ack\":" + frame + "}");
        most = Math.max(most, resident());
      }
      JsonNode end = next(client);
      assertTrue(end.path("processing_complete").asBoolean(), end::toString);
      assertEquals(FRAMES, end.path("video_metadata").path("frame_id").asInt());
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    Files.createDirectories(Path.of("target"));
    Files.writeString(
        Path.of("target/every-frame.txt"),
        "%d frames of %d bytes in %.1f s, %.1f a second; at most %d MiB resident, client and server%n"
            .formatted(FRAMES, Files.size(film), seconds, FRAMES / seconds, most >> 20));
  }

  private static JsonNode next(UploadPeer client) throws Exception {
    String result = client.results().poll(60, TimeUnit.SECONDS);
    assertNotNull(result, "a result comes");
    return JSON.readTree(result);
  }

  /** Bytes of this process in memory. */
  private static long resident() throws Exception {
    String[] pages = Files.readString(Path.of("/proc/self/statm")).split(" ");
    return Long.parseLong(pages[1]) * 4096;
  }
}
