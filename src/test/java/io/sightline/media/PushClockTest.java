package io.sightline.media;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PushClockTest {
  private final SetClock wall = new SetClock();
  private final PushClock clock = new PushClock(wall);

  @Test
  @DisplayName(
      "M-13: timestamps count 90 a millisecond from the first frame, in whole milliseconds")
  void countsFromTheFirstFrame() {
    wall.now = Instant.parse("2026-01-02T03:04:05.100400Z");
    assertEquals(0, clock.now());
    wall.now = Instant.parse("2026-01-02T03:04:05.133500Z");
    assertEquals(34 * 90, clock.now());
    wall.now = Instant.parse("2026-01-02T03:05:05.100000Z");
    assertEquals(60_000 * 90, clock.now());
  }

  @Test
  void neverGoesBeforeTheFirstFrame() {
    wall.now = Instant.parse("2026-01-02T03:04:05Z");
    clock.now();
    wall.now = Instant.parse("2026-01-02T03:04:04Z");
    assertEquals(0, clock.now());
  }

  private static final class SetClock extends Clock {
    private Instant now;

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
