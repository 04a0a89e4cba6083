package io.sightline.pipelines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sightline.camera.MjpegCamera;
import io.sightline.stream.Streams;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The modes of collection as a client asks for them. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class CollectionModeTest {
  @TempDir private Path folder;
  private StreamManager manager;

  @BeforeEach
  void open() {
    Streams.clip(folder, "clip.mp4");
    manager = new StreamManager(folder, 4, Map.of());
  }

  @AfterEach
  void close() {
    manager.close();
  }

  @Test
  @DisplayName("ST-12: with a mode a strategy that is not named is the one that fits")
  void choosesStrategiesByMode() throws Exception {
    try (MjpegCamera camera = new MjpegCamera(MjpegCamera.walking(), MjpegCamera.Manner.ENDLESS)) {
      assertEquals("ADAPTIVE_DROP_OLDEST LAZY", strategies(camera.url(), "auto"));
      assertEquals("ADAPTIVE_DROP_OLDEST LAZY", strategies(camera.url(), "every_frame"));
      assertEquals("ADAPTIVE_DROP_OLDEST EAGER", strategies(camera.url(), "Freshest"));
      assertEquals("WAIT LAZY", strategies("clip.mp4", "freshest"));
      assertEquals("DROP_OLDEST EAGER", strategies(camera.url(), "legacy"));
      assertEquals("DROP_OLDEST EAGER", strategies(camera.url(), null));
    }
  }

  @Test
  @DisplayName("ST-12: a camera's frames come in order in the mode auto")
  void givesFramesInOrder() throws Exception {
    try (MjpegCamera camera = new MjpegCamera(MjpegCamera.walking(), MjpegCamera.Manner.ENDLESS)) {
      String id = initialised(body(camera.url(), "auto")).at("/context/pipeline_id").asText();
      long last = 0;
      for (int i = 0; i < 10; i++) {
        StreamManager.Answer result = manager.get(id + "/consume");
        while (result.at("/outputs").isEmpty()) {
          TimeUnit.MILLISECONDS.sleep(10);
          result = manager.get(id + "/consume");
        }
        long frame = result.at("/frames_metadata/0/frame_id").asLong();
        assertTrue(frame > last, frame + " after " + last);
        last = frame;
      }
    }
  }

  @Test
  void refusesWhatIsNoMode() {
    Map<String, Object> body = body("clip.mp4", "newest");
    StreamManager.inner(body, "video_configuration").put("max_staleness", -1);
    StreamManager.Answer refused = manager.ask("POST", "initialise", body);
    assertEquals(422, refused.status(), refused::toString);
    List<String> places = refused.body().path("detail").findValuesAsText("type");
    assertTrue(places.contains("enum") && places.contains("greater_than_equal"), places::toString);
    assertTrue(refused.body().toString().contains("'auto', 'every_frame', 'freshest'"));
  }

  private String strategies(String reference, String mode) {
    StreamManager.Answer opened = initialised(body(reference, mode));
    String id = opened.at("/context/pipeline_id").asText();
    StreamManager.Answer status = manager.get(id + "/status");
    manager.post(id + "/terminate");
    return status.at("/report/sources_metadata/0/buffer_filling_strategy").asText()
        + " "
        + status.at("/report/sources_metadata/0/buffer_consumption_strategy").asText();
  }

  private StreamManager.Answer initialised(Map<String, Object> body) {
    StreamManager.Answer opened = manager.ask("POST", "initialise", body);
    assertEquals(200, opened.status(), opened::toString);
    return opened;
  }

  private static Map<String, Object> body(String reference, String mode) {
    Map<String, Object> body = StreamManager.body(reference);
    Map<String, Object> video = StreamManager.inner(body, "video_configuration");
    video.remove("source_buffer_filling_strategy");
    video.remove("source_buffer_consumption_strategy");
    video.put("video_processing_mode", mode);
    return body;
  }
}
