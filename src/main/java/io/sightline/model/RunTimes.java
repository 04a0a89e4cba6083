package io.sightline.model;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/** How long the last runs took. Safe for use by several threads, without a lock. */
final class RunTimes {
  private static final int LAST = 256;

  private final AtomicLongArray nanos = new AtomicLongArray(LAST);
  private final AtomicLong calls = new AtomicLong();

  void add(long runNanos) {
    nanos.set((int) (calls.getAndIncrement() % LAST), runNanos);
  }

  long calls() {
    return calls.get();
  }

  /** Median of the last runs, milliseconds, 0 before the first. */
  double millisP50() {
    return millis(0.5);
  }

  /**
   * @param share of the last runs that were no slower, 0 to 1
   * @return milliseconds, 0 before the first
   */
  double millis(double share) {
    int n = (int) Math.min(LAST, calls.get());
    if (n == 0) {
      return 0;
    }
    long[] sorted = new long[n];
    Arrays.setAll(sorted, nanos::get);
    Arrays.sort(sorted);
    return sorted[(int) Math.min(n - 1, n * share)] / 1e6;
  }
}
