package io.sightline.stream;

import java.util.function.LongSupplier;

/** No more than so many rounds a second. Used by one thread at a time. */
public final class FrameRateLimit {
  /** Where less is asked for, as in the reference. */
  private static final double RATE_MIN = 0.01;

  private static final double SECOND = 1e9;

  private final long periodNanos;
  private final LongSupplier nanos;
  private Long last;

  /**
   * @param perSecond null without a limit
   * @param nanos a clock as {@link System#nanoTime()}
   */
  public FrameRateLimit(Double perSecond, LongSupplier nanos) {
    this.periodNanos = perSecond == null ? 0 : Math.round(SECOND / Math.max(RATE_MIN, perSecond));
    this.nanos = nanos;
  }

  /** Nanoseconds until the next one may come. */
  long delay() {
    return last == null ? 0 : Math.max(0, periodNanos - (nanos.getAsLong() - last));
  }

  /** One comes now. */
  void tick() {
    last = nanos.getAsLong();
  }

  /** Whether one may come now; then it has. */
  public boolean allows() {
    boolean allowed = delay() == 0;
    if (allowed) {
      tick();
    }
    return allowed;
  }
}
