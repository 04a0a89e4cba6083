package io.sightline.workflow.blocks.embeddings;

import io.sightline.workflow.block.BlockException;
import java.util.ArrayDeque;
import java.util.Deque;

/** Mean and standard deviation of what came so far, for each dimension. */
final class MovingAverage {
  /** How many numbers a window may hold. */
  private static final int MAX_NUMBERS = 4_000_000;

  private final Deque<double[]> window = new ArrayDeque<>();
  private double[] mean;
  private double[] deviation;

  /** Variances, or sums of squares, as the strategy needs. */
  private double[] squares;

  /** The mean, null before the first value. */
  double[] mean() {
    return mean;
  }

  double[] deviation() {
    return deviation;
  }

  /**
   * @param before how many values came before
   * @param smoothing weight of the value in an exponential average
   * @param size values that a window holds
   */
  void add(double[] value, Strategy strategy, int before, double smoothing, int size) {
    if (mean == null) {
      mean = value.clone();
      deviation = new double[value.length];
      squares = new double[value.length];
      return;
    }
    Embedding.requireSame(value, mean);
    switch (strategy) {
      case EXPONENTIAL -> exponential(value, smoothing);
      case SIMPLE -> simple(value, before);
      default -> sliding(value, size);
    }
  }

  private void exponential(double[] value, double smoothing) {
    for (int i = 0; i < value.length; i++) {
      mean[i] = (1 - smoothing) * mean[i] + smoothing * value[i];
      double off = value[i] - mean[i];
      squares[i] = (1 - smoothing) * squares[i] + smoothing * off * off;
      deviation[i] = Math.sqrt(squares[i]);
    }
  }

  private void simple(double[] value, int before) {
    int count = before + 1;
    for (int i = 0; i < value.length; i++) {
      double off = value[i] - mean[i];
      mean[i] += off / count;
      squares[i] += off * (value[i] - mean[i]);
      deviation[i] = Math.sqrt(squares[i] / (count - 1));
    }
  }

  private void sliding(double[] value, int size) {
    if ((long) size * value.length > MAX_NUMBERS) {
      throw new BlockException(
          "field 'window_size' must be at most %d for embeddings of %d dimensions, not %d"
              .formatted(MAX_NUMBERS / value.length, value.length, size));
    }
    window.addLast(value.clone());
    if (window.size() > size) {
      window.removeFirst();
    }
    for (int i = 0; i < value.length; i++) {
      double sum = 0;
      for (double[] each : window) {
        sum += each[i];
      }
      mean[i] = sum / window.size();
      double all = 0;
      for (double[] each : window) {
        all += (each[i] - mean[i]) * (each[i] - mean[i]);
      }
      deviation[i] = Math.sqrt(all / window.size());
    }
  }
}
