package io.sightline.pipeline;

import java.util.Arrays;

/**
 * The last {@value #SIZE} values of a figure in nanoseconds; percentiles are sorted out of a copy.
 */
final class LatestValues {
  private static final int SIZE = 512;

  private final long[] values = new long[SIZE];
  private long count;

  synchronized void add(long nanos) {
    values[(int) (count++ % SIZE)] = nanos;
  }

  /** The percentiles (0 to 1) in milliseconds, by nearest rank; 0 where there is no value yet. */
  double[] millis(double... percentiles) {
    long[] sorted = copy();
    Arrays.sort(sorted);
    double[] result = new double[percentiles.length];
    for (int i = 0; i < result.length && sorted.length > 0; i++) {
      int rank = (int) Math.ceil(percentiles[i] * sorted.length);
      result[i] = sorted[Math.max(0, rank - 1)] / 1e6;
    }
    return result;
  }

  private synchronized long[] copy() {
    return Arrays.copyOf(values, (int) Math.min(count, SIZE));
  }
}
