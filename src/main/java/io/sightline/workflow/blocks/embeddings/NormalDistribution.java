package io.sightline.workflow.blocks.embeddings;

/** The bell curve. */
final class NormalDistribution {
  /** Beyond this the curve has no area that a double could tell. */
  private static final double FARTHEST = 6;

  private NormalDistribution() {}

  /** The share of values that are greater than {@code z} deviations above the mean. */
  static double above(double z) {
    return 1 - 0.5 * (1 + errorFunction(z / Math.sqrt(2)));
  }

  /** By a series of positive terms, so that no digits are lost. */
  static double errorFunction(double x) {
    if (Double.isNaN(x)) {
      return x;
    }
    double size = Math.abs(x);
    if (size >= FARTHEST) {
      return Math.signum(x);
    }
    double term = size;
    double sum = size;
    for (int n = 1; term > sum * 1e-17; n++) {
      term *= 2 * size * size / (2 * n + 1);
      sum += term;
    }
    return Math.signum(x) * 2 / Math.sqrt(Math.PI) * Math.exp(-size * size) * sum;
  }
}
