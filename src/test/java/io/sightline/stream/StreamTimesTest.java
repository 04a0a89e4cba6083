package io.sightline.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sightline.session.EndReason;
import io.sightline.session.Expiry;
import io.sightline.settings.ReferenceFile;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class StreamTimesTest {
  private static final long SECOND = 1_000_000_000L;
  private static final StreamLimits LIMITS =
      StreamLimits.of(
          new ReferenceFile(
                  Map.of(
                      "SIGHTLINE_PIPELINES_TIME_LIMIT", "100",
                      "SIGHTLINE_PIPELINES_LINGER", "10",
                      "SIGHTLINE_PIPELINE_FRAME_TIMEOUT", "7"))
              .settings());

  private long now = 3;

  @Test
  void endsAfterItsLife() {
    StreamTimes times = times(null);
    now += 100 * SECOND;
    assertTrue(times.expiry(null, true).isEmpty());
    now += 1;
    assertEquals(
        new Expiry(EndReason.TIMEOUT_REACHED, "time limit of 100 s reached"),
        times.expiry(null, true).get());
  }

  @Test
  void endsWhereNobodyConsumes() {
    StreamTimes times = times(Duration.ofMillis(2500));
    now += 2 * SECOND;
    times.consumed();
    now += 2 * SECOND;
    assertTrue(times.expiry(null, false).isEmpty());
    now += SECOND;
    assertEquals(
        new Expiry(EndReason.IDLE, "no result was consumed for 2.5 s"),
        times.expiry(null, false).get());
  }

  @Test
  @DisplayName("ST-10: after the last source it waits for its results to be consumed, not for long")
  void staysForItsLastResults() {
    StreamTimes times = times(null);
    assertTrue(times.finish());
    assertFalse(times.finish());
    now += 3 * SECOND;
    assertTrue(times.expiry(null, false).isEmpty());
    assertEquals(EndReason.SOURCE_ENDED, times.expiry(null, true).get().reason());
    now += 8 * SECOND;
    assertEquals(EndReason.SOURCE_ENDED, times.expiry(null, false).get().reason());
  }

  @Test
  void endsWhereAFrameDoesNotReturn() {
    StreamTimes times = times(null);
    long since = now;
    now += 8 * SECOND;
    Optional<Expiry> expiry = times.expiry(since, true);
    assertEquals(EndReason.ERROR, expiry.get().reason());
  }

  private StreamTimes times(Duration consumption) {
    return new StreamTimes(LIMITS, consumption, () -> now);
  }
}
