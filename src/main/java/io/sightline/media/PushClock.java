package io.sightline.media;

import java.time.Clock;
import java.time.Instant;

/**
 * Tells the RTP timestamp of a frame that is pushed now, as a receiver sees it who counts from the
 * first one. The library stamps a frame with the wall clock in whole milliseconds at the moment of
 * its push, whatever timestamp the frame brings; the first frame pushed is the first one sent.
 */
final class PushClock {
  private static final int TICKS_PER_MILLI = 90;

  private final Clock wall;
  private long originMillis;
  private boolean started;

  PushClock() {
    this(Clock.systemUTC());
  }

  PushClock(Clock wall) {
    this.wall = wall;
  }

  /** Units of 1/90000 s since the first call, never negative. Safe for several threads. */
  synchronized long now() {
    Instant now = wall.instant();
    long millis = now.getEpochSecond() * 1000 + Math.round(now.getNano() / 1e6);
    if (!started) {
      started = true;
      originMillis = millis;
    }
    return Math.max(0, millis - originMillis) * TICKS_PER_MILLI;
  }
}
