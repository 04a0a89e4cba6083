package io.sightline.session;

import java.util.function.LongSupplier;

/** So many events a second on average, with a reserve for bursts. Safe for several threads. */
public final class RateLimit {
  private static final double NANOS = 1e9;

  private final double perSecond;
  private final double burst;
  private final LongSupplier nanos;
  private double reserve;
  private long last;

  /**
   * @param burst events that may come at once after a quiet time
   * @param nanos a clock as {@link System#nanoTime()}
   */
  public RateLimit(double perSecond, double burst, LongSupplier nanos) {
    this.perSecond = perSecond;
    this.burst = burst;
    this.nanos = nanos;
    this.reserve = burst;
    this.last = nanos.getAsLong();
  }

  /** So many more events are within the limit, as far as the reserve for bursts goes. */
  public synchronized void earn(long events) {
    reserve = Math.min(burst, reserve + events);
  }

  /** Whether one more event is within the limit; counts it if so. */
  public synchronized boolean allows() {
    long now = nanos.getAsLong();
    reserve = Math.min(burst, reserve + (now - last) / NANOS * perSecond);
    last = now;
    if (reserve < 1) {
      return false;
    }
    reserve--;
    return true;
  }
}
