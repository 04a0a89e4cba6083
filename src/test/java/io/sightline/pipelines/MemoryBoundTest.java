package io.sightline.pipelines;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sightline.settings.ReferenceFile;
import io.sightline.settings.SettingsException;
import io.sightline.stream.StreamReport;
import io.sightline.stream.StreamResult;
import io.sightline.stream.Streams;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class MemoryBoundTest {
  private static final long MEBI = 1024 * 1024;

  @TempDir private Path folder;

  @Test
  @DisplayName("PM-9: what is in use and once more the largest pipeline have to fit")
  void countsOneMoreOfTheLargest() {
    MemoryBound bound = bound("500", 400 * MEBI);
    assertDoesNotThrow(() -> bound.check(List.of()));
    assertDoesNotThrow(() -> bound.check(List.of(holding(99), holding(100))));
    CommandFailure full =
        assertThrows(CommandFailure.class, () -> bound.check(List.of(holding(101), holding(1))));
    assertEquals(CommandFailure.Type.OPERATION_ERROR, full.type());
    assertEquals(
        "no memory for a further pipeline: 400 MiB in use and 101 MiB for one more, of 500 MiB"
            + " (sightline.pipelines.memory.max.mebibytes)",
        full.getMessage());
    assertThrows(CommandFailure.class, () -> bound("399.5", 400 * MEBI).check(List.of()));
  }

  @Test
  void knowsNoBoundByDefaultAndNoNonsense() {
    assertDoesNotThrow(() -> bound("0", Long.MAX_VALUE).check(List.of(holding(1))));
    assertThrows(SettingsException.class, () -> bound("much", 0));
    assertThrows(SettingsException.class, () -> bound("-1", 0));
  }

  @Test
  @DisplayName("PM-9: this process's own memory counts, for cameras and for browsers")
  void refusesWhatDoesNotFit() throws Exception {
    assertTrue(ResidentMemory.bytes() > 10 * MEBI, "a JVM has more");
    Streams.clip(folder, "clip.mp4");
    try (StreamManager manager =
        new StreamManager(folder, 2, Map.of("STREAM_MANAGER_MAX_RAM_MB", "1.5"))) {
      Map<String, Object> body = StreamManager.body("clip.mp4");
      StreamManager.Answer refused = manager.ask("POST", "initialise", body);
      assertEquals(503, refused.status(), refused::toString);
      assertEquals("MemoryLimitReached", refused.at("/error_type").asText());
      assertTrue(refused.at("/message").asText().contains("memory.max.mebibytes"));
      body.put("webrtc_offer", Map.of("type", "offer", "sdp", "v=0"));
      assertEquals(503, manager.ask("POST", "initialise_webrtc", body).status());
      assertEquals(0, manager.registry().size());
    }
    try (StreamManager manager =
        new StreamManager(folder, 2, Map.of("STREAM_MANAGER_MAX_RAM_MB", "100000"))) {
      assertEquals(200, manager.ask("POST", "initialise", StreamManager.body("clip.mp4")).status());
    }
  }

  private static MemoryBound bound(String mebibytes, long resident) {
    return new MemoryBound(
        new ReferenceFile(Map.of("STREAM_MANAGER_MAX_RAM_MB", mebibytes)).settings(),
        () -> resident);
  }

  /** A pipeline that has so many mebibytes, and does nothing. */
  private static ManagedPipeline holding(long mebibytes) {
    return new ManagedPipeline() {
      @Override
      public String id() {
        return "p";
      }

      @Override
      public void mute() {}

      @Override
      public void resume() {}

      @Override
      public StreamReport report() {
        return null;
      }

      @Override
      public StreamResult consume() {
        return null;
      }

      @Override
      public long memory() {
        return mebibytes * MEBI;
      }

      @Override
      public void terminate() {}
    };
  }
}
