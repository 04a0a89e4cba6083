package io.sightline.stream;

import java.util.function.LongSupplier;

/** Ticks a second over the latest ticks, as the reference counts them. Safe for several threads. */
final class Pace {
  private static final double SECOND = 1e9;

  private final LongSupplier nanos;
  private final long[] ticks;
  private long count;

  /**
   * @param size ticks that are kept
   * @param nanos a clock as {@link System#nanoTime()}
   */
  Pace(int size, LongSupplier nanos) {
    this.ticks = new long[size];
    this.nanos = nanos;
  }

  synchronized void tick() {
    ticks[(int) (count++ % ticks.length)] = nanos.getAsLong();
  }

  synchronized int ticks() {
    return (int) Math.min(count, ticks.length);
  }

  /** 0 where there are no two ticks yet. */
  synchronized double perSecond() {
    if (count == 0) {
      return 0;
    }
    long last = ticks[(int) ((count - 1) % ticks.length)];
    return last == oldest() ? 0 : ticks() * SECOND / (last - oldest());
  }

  /** As if there were a tick now. */
  synchronized double perSecondNow() {
    return count == 0 ? 0 : (ticks() + 1) * SECOND / Math.max(1, nanos.getAsLong() - oldest());
  }

  synchronized void reset() {
    count = 0;
  }

  private long oldest() {
    return ticks[count <= ticks.length ? 0 : (int) (count % ticks.length)];
  }
}
