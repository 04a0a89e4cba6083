package io.sightline.workflow.blocks.memory;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Counts the time or the runs until an interval is over; then the next one begins. */
final class Interval {
  private final LongSupplier nanos;
  private long start;
  private int runs;

  /**
   * @param nanos counts nanoseconds
   */
  Interval(LongSupplier nanos) {
    this.nanos = nanos;
    start = nanos.getAsLong();
  }

  /** Counts a run; true where the interval is over with it. */
  boolean runEnds(String unit, int length) {
    runs++;
    long now = nanos.getAsLong();
    boolean over =
        switch (unit) {
          case "runs" -> runs >= length;
          case "minutes" -> now - start >= TimeUnit.MINUTES.toNanos(length);
          case "hours" -> now - start >= TimeUnit.HOURS.toNanos(length);
          default -> now - start >= TimeUnit.SECONDS.toNanos(length);
        };
    if (over) {
      runs = 0;
      start = now;
    }
    return over;
  }
}
