package io.sightline.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sightline.datachannel.DataOutput;
import io.sightline.datachannel.ResultChannel.Format;
import io.sightline.peer.Film;
import io.sightline.peer.Picture;
import io.sightline.peer.TestPeer;
import io.sightline.settings.ReferenceFile;
import io.sightline.settings.Settings;
import io.sightline.workflow.WorkflowResult;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class LiveSessionTest {
  private static final Settings SETTINGS = new ReferenceFile(Map.of()).settings();
  private static final ExecutorService POOL = Executors.newFixedThreadPool(2);
  private static final Work.Run ECHO =
      (image, parameters, scope) ->
          new WorkflowResult(Map.of("picture", image, "text", "x".repeat(100_000)), List.of(), 0);

  @AfterAll
  static void stop() {
    POOL.shutdown();
  }

  @ParameterizedTest
  @EnumSource(
      value = Format.class,
      names = {"CHUNKED", "TEXT"})
  @DisplayName("P-6: pictures and results of a live connection, ids rise by one")
  void returnsPicturesAndResults(Format format) throws Exception {
    try (LiveSession session = new LiveSession(SETTINGS, true, format, ECHO, POOL);
        TestPeer client = new TestPeer(new Film(320, 240, 30, "VP8"))) {
      session.pipeline().dataOutput(DataOutput.of(List.of("text")));
      session.connect(client);
      assertTrue(client.awaitConnected());
      long last = 0;
      for (int i = 0; i < 5; i++) {
        JsonNode result = result(client);
        long id = result.at("/video_metadata/frame_id").longValue();
        assertTrue(last == 0 || id == last + 1, last + " then " + id);
        last = id;
        assertEquals(100_000, result.at("/serialized_output_data/text").textValue().length());
        assertEquals(320, result.at("/video_metadata/width").intValue());
      }
      Picture picture = client.pictures().poll(20, TimeUnit.SECONDS);
      assertNotNull(picture);
      assertEquals(320, picture.width());
      session.pipeline().complete("timeout_reached");
      JsonNode end;
      do {
        end = result(client);
      } while (!end.get("processing_complete").booleanValue());
      assertEquals("timeout_reached", end.get("termination_reason").textValue());
      assertNull(client.failure());
      assertNull(session.peer().failure());
    }
  }

  @Test
  @DisplayName("M-9: the size may change in mid-stream")
  void survivesAChangeOfSize() throws Exception {
    try (LiveSession session = new LiveSession(SETTINGS, true, Format.CHUNKED, ECHO, POOL);
        TestPeer client = new TestPeer(new Film(320, 240, 30, "VP8"))) {
      session.connect(client);
      awaitWidth(client, 320);
      client.show(new Film(480, 360, 30, "VP8"));
      awaitWidth(client, 480);
      client.show(new Film(240, 180, 30, "VP8"));
      awaitWidth(client, 240);
      assertEquals(240, session.source().snapshot().width());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"VP8", "VP9", "H264", "AV1"})
  @DisplayName("M-9: a tiny or odd picture harms no encoder")
  void sendsTinyAndOddPictures(String codec) throws Exception {
    Work.Run shrinking =
        (image, parameters, scope) -> {
          int[] sides = {1, 3, 17, 255};
          int side = sides[(int) (image.video().frameNumber() % sides.length)];
          return new WorkflowResult(
              Map.of("picture", scope.create(image, side, side + 2, 3)), List.of(), 0);
        };
    try (LiveSession session = new LiveSession(SETTINGS, true, Format.CHUNKED, shrinking, POOL);
        TestPeer client = new TestPeer(new Film(320, 240, 30, codec))) {
      session.connect(client);
      for (int i = 0; i < 10; i++) {
        assertNotNull(client.pictures().poll(20, TimeUnit.SECONDS));
      }
      assertEquals(0, session.pipeline().snapshot().failed());
    }
  }

  @Test
  @DisplayName("P-9: in every-frame mode each frame is processed, in order")
  void processesEveryFrame() throws Exception {
    try (LiveSession session = new LiveSession(SETTINGS, false, Format.CHUNKED, ECHO, POOL);
        TestPeer client = new TestPeer(new Film(320, 240, 30, "VP8"))) {
      session.connect(client);
      for (int i = 0; i < 20; i++) {
        assertNotNull(client.results().poll(20, TimeUnit.SECONDS));
      }
      PipelineSnapshot snapshot = session.pipeline().snapshot();
      assertEquals(0, snapshot.source().dropped());
      assertTrue(snapshot.fpsIn() > 0);
      assertTrue(snapshot.fpsProcessed() > 0);
    }
  }

  private static void awaitWidth(TestPeer client, int width) throws InterruptedException {
    Picture picture;
    do {
      picture = client.pictures().poll(20, TimeUnit.SECONDS);
      assertNotNull(picture);
    } while (picture.width() != width);
  }

  private static JsonNode result(TestPeer client) throws IOException, InterruptedException {
    String json = client.results().poll(20, TimeUnit.SECONDS);
    assertNotNull(json);
    return new ObjectMapper().readTree(json);
  }
}
