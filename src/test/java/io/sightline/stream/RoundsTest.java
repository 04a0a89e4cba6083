package io.sightline.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sightline.media.capture.RetryPolicy;
import io.sightline.media.capture.VideoFile;
import io.sightline.media.capture.VideoOrigin;
import io.sightline.media.capture.VideoStream;
import io.sightline.settings.ReferenceFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RoundsTest {
  /** A camera that nobody opens: frames are put straight into the buffers. */
  static final VideoOrigin CAMERA =
      new VideoOrigin() {
        @Override
        public VideoStream stream() {
          throw new UnsupportedOperationException();
        }

        @Override
        public RetryPolicy retries() {
          return new RetryPolicy(0, failures -> Duration.ZERO);
        }
      };

  private long now = 5;
  private List<StreamSource> sources = List.of();

  @AfterEach
  void close() {
    sources.forEach(StreamSource::close);
    sources.forEach(StreamSource::release);
  }

  @Test
  @DisplayName("ST-4: a round has a frame of every source")
  void waitsForEverySource() {
    Rounds rounds = rounds(CAMERA, null, null);
    put(0, 1);
    assertEquals(Rounds.Step.NOTHING, rounds.next());
    put(1, 1);
    put(0, 2);
    assertEquals("0:1 1:1", taken(rounds));
    assertEquals(Rounds.Step.NOTHING, rounds.next());
  }

  @Test
  @DisplayName("ST-4: after its time a round has what there is; without anything it begins anew")
  void waitsNoLongerThanItsTime() {
    Rounds rounds = rounds(CAMERA, Duration.ofNanos(100), null);
    assertEquals(100, rounds.next().waitNanos());
    now += 100;
    assertEquals(100, rounds.next().waitNanos(), "anew");
    put(1, 1);
    now += 40;
    assertEquals(60, rounds.next().waitNanos());
    now += 60;
    assertEquals("1:1", taken(rounds));
    put(0, 7);
    assertEquals(100, rounds.next().waitNanos());
  }

  @Test
  @DisplayName("ST-4: a source that has ended is not waited for, what waits of it is taken")
  void goesOnWithoutSourcesThatHaveEnded() {
    Rounds rounds = rounds(CAMERA, null, null);
    put(1, 1);
    sources.get(0).close();
    assertEquals("1:1", taken(rounds));
    assertFalse(rounds.exhausted());
    sources.get(1).close();
    assertTrue(rounds.exhausted());
    assertEquals(Rounds.Step.NOTHING, rounds.next());
  }

  @Test
  @DisplayName(
      "ST-12: an adaptive time begins with the collection, and without frames nobody waits")
  void countsAnAdaptiveTimeFromTheBegin() {
    Rounds rounds = rounds(CAMERA, new CollectionPolicy(CollectionMode.EVERY_FRAME, null, null));
    put(0, 1);
    assertEquals(100_000_000, rounds.next().waitNanos());
    now += 100_000_000;
    assertEquals("0:1", taken(rounds));
    now += 50_000_000;
    assertEquals(Rounds.Step.NOTHING, rounds.next(), "a fifth of 50 ms begins");
    put(1, 1);
    now += 4_000_000;
    assertEquals(6_000_000, rounds.next().waitNanos());
    put(0, 2);
    put(0, 3);
    assertEquals("0:2 1:1", taken(rounds), "in order");
    now += 200_000_000;
    now += rounds.next().waitNanos();
    assertEquals("0:3", taken(rounds), "its time is over");
    now += 5_000_000_000L;
    assertEquals(Rounds.Step.NOTHING, rounds.next());
    put(0, 4);
    assertTrue(rounds.next().waitNanos() > 0, "anew, although the time passed without frames");
  }

  @Test
  @DisplayName("ST-12: frames of a camera that are too old are dropped and counted")
  void dropsWhatIsTooOld() {
    Rounds rounds = rounds(CAMERA, new CollectionPolicy(CollectionMode.AUTO, null, null));
    put(0, 1);
    put(1, 1);
    now = System.nanoTime() + 600_000_000;
    assertEquals(Rounds.Step.NOTHING, rounds.next());
    assertEquals(1, sources.get(0).buffer().dropped());
    now = System.nanoTime();
    put(0, 2);
    put(1, 2);
    now = System.nanoTime() + 400_000_000;
    assertEquals("0:2 1:2", taken(rounds));
  }

  @Test
  @DisplayName(
      "ST-12: frames of files are never too old, nor of cameras where every one is asked for")
  void keepsWhatIsNotTooOld() {
    Rounds files =
        rounds(file(), new CollectionPolicy(CollectionMode.AUTO, null, Duration.ofMillis(1)));
    put(0, 1);
    put(1, 1);
    now = System.nanoTime() + 600_000_000;
    assertEquals("0:1 1:1", taken(files));
    close();
    Rounds all =
        rounds(CAMERA, new CollectionPolicy(CollectionMode.EVERY_FRAME, null, Duration.ZERO));
    put(0, 1);
    put(1, 1);
    now = System.nanoTime() + 600_000_000;
    assertEquals("0:1 1:1", taken(all));
  }

  @Test
  @DisplayName("ST-5: of cameras what comes too early is dropped")
  void dropsWhatComesTooEarly() {
    Rounds rounds = rounds(CAMERA, null, 1e9 / 100);
    put(0, 1);
    put(1, 1);
    assertEquals("0:1 1:1", taken(rounds));
    now += 99;
    put(0, 2);
    put(1, 2);
    assertEquals(Rounds.Step.NOTHING, rounds.next());
    now += 1;
    put(0, 3);
    put(1, 3);
    assertEquals("0:3 1:3", taken(rounds));
  }

  @Test
  @DisplayName("ST-5: files wait for the rate that is asked for")
  void letsFilesWait() {
    Rounds rounds = rounds(file(), null, 1e9 / 100);
    put(0, 1);
    put(1, 1);
    assertEquals("0:1 1:1", taken(rounds));
    put(0, 2);
    put(1, 2);
    now += 30;
    assertEquals(70, rounds.next().waitNanos());
    now += 70;
    assertEquals("0:2 1:2", taken(rounds));
  }

  private static VideoFile file() {
    return new VideoFile(new ReferenceFile(Map.of()).settings(), Path.of("none"), false, "a file");
  }

  private Rounds rounds(VideoOrigin origin, Duration patience, Double perSecond) {
    return collected(origin, CollectionPolicy.of(patience), perSecond);
  }

  private Rounds rounds(VideoOrigin origin, CollectionPolicy policy) {
    return collected(origin, policy, null);
  }

  private Rounds collected(VideoOrigin origin, CollectionPolicy policy, Double perSecond) {
    sources = List.of(source(0, origin), source(1, origin));
    return new Rounds(sources, policy, new FrameRateLimit(perSecond, () -> now), () -> now);
  }

  private StreamSource source(int id, VideoOrigin origin) {
    AdaptiveDrop pace = new AdaptiveDrop(() -> now);
    FrameBuffer buffer =
        new FrameBuffer(BufferFilling.WAIT, BufferConsumption.LAZY, 9, 1 << 20, pace);
    return new StreamSource(
        id, origin, "camera", buffer, pace, new StreamUpdates(), 3, () -> {}, () -> {});
  }

  private void put(int source, long id) {
    assertTrue(sources.get(source).buffer().put(Frames.frame(source, id)));
  }

  private static String taken(Rounds rounds) {
    StringBuilder all = new StringBuilder();
    for (StreamFrame frame : rounds.next().frames()) {
      all.append(all.isEmpty() ? "" : " ").append(frame.source()).append(':').append(frame.id());
      frame.release();
    }
    return all.toString();
  }
}
