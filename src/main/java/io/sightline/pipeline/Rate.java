package io.sightline.pipeline;

/** Events a second, over the last seconds. Safe for use by several threads. */
final class Rate {
  private static final int SIZE = 256;
  private static final long WINDOW_NANOS = 3_000_000_000L;

  private final long[] times = new long[SIZE];
  private long count;

  synchronized void mark(long nanos) {
    times[(int) (count++ % SIZE)] = nanos;
  }

  /** How many a second at {@code now}, a {@link System#nanoTime()}; 0 after a silent window. */
  synchronized double perSecond(long now) {
    int inWindow = 0;
    long oldest = now;
    for (long i = count - 1; i >= Math.max(0, count - SIZE); i--) {
      long time = times[(int) (i % SIZE)];
      if (now - time > WINDOW_NANOS) {
        break;
      }
      oldest = time;
      inWindow++;
    }
    boolean whole = count > inWindow && inWindow < SIZE;
    long span = whole ? WINDOW_NANOS : now - oldest;
    return span <= 0 ? 0 : inWindow * 1e9 / span;
  }
}
