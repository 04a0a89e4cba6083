package io.sightline.stream;

import java.util.HashMap;
import java.util.Map;

/**
 * How long a round waits for sources that have no frame yet, from the begin of its collection: what
 * the fastest camera's period leaves beside the work, so that each round finds one frame of each;
 * before that is known, a fifth of the work. The rule and its numbers are the reference's. Used by
 * one thread at a time.
 */
final class CollectionWindow {
  private static final long MILLI = 1_000_000;
  private static final long MIN = 2 * MILLI;
  private static final long UNMEASURED_MAX = 30 * MILLI;
  private static final long MAX = 100 * MILLI;
  private static final double WORK_SHARE = 0.2;
  private static final double SMOOTHING = 0.2;

  private final Map<Integer, ArrivalPeriod> periods = new HashMap<>();
  private Long collectedAt;
  private Double work;
  private long window = MAX;

  /** A frame of a camera was read, perhaps one that is too old. */
  void observe(int source, long arrivalNanos) {
    periods.computeIfAbsent(source, id -> new ArrivalPeriod()).observe(arrivalNanos);
  }

  /** The begin of a collection; answers how long it may take. */
  long begin(long now) {
    if (collectedAt != null) {
      double latest = now - collectedAt;
      work = work == null ? latest : (1 - SMOOTHING) * work + SMOOTHING * latest;
      long period = shortest(now);
      window =
          period > 0 ? bounded(period - work, MAX) : bounded(WORK_SHARE * work, UNMEASURED_MAX);
    }
    return window;
  }

  /** The end of a collection; what follows until the next begin is work where it has frames. */
  void end(long now, boolean any) {
    collectedAt = any ? now : null;
  }

  private long shortest(long now) {
    return periods.values().stream()
        .mapToLong(period -> period.nanos(now))
        .filter(nanos -> nanos > 0)
        .min()
        .orElse(0);
  }

  private static long bounded(double nanos, long max) {
    return Math.round(Math.min(Math.max(nanos, MIN), max));
  }
}
