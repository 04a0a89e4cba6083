package io.sightline.vision;

/** What becomes of each level of a picture when its levels are spread all over. */
final class Equalization {
  private static final int BINS = 256;

  private Equalization() {}

  /** All levels between the second and the last but second percent, spread evenly. */
  static byte[] stretched(Levels levels) {
    double min = levels.quantile(2.0 / 100);
    double max = levels.quantile(98.0 / 100);
    byte[] table = new byte[Levels.COUNT];
    for (int level = 0; level < Levels.COUNT; level++) {
      double kept = Math.max(min, Math.min(max, level));
      table[level] = (byte) (int) (min == max ? kept : (kept - min) / (max - min) * 255);
    }
    return table;
  }

  /** Levels such that each is as frequent as the others, after scikit-image's equalize_hist. */
  static byte[] equalized(Levels levels) {
    float first = levels.min() / 255f;
    float last = levels.max() / 255f;
    if (first == last) {
      first -= 0.5f;
      last += 0.5f;
    }
    float[] edges = edges(first, last);
    double[] cumulated = new double[BINS];
    for (int level = 0; level < Levels.COUNT; level++) {
      if (levels.count(level) > 0) {
        cumulated[bin(level / 255f, edges)] += levels.count(level);
      }
    }
    for (int i = 1; i < BINS; i++) {
      cumulated[i] += cumulated[i - 1];
    }
    for (int i = 0; i < BINS; i++) {
      cumulated[i] /= levels.total();
    }
    byte[] table = new byte[Levels.COUNT];
    for (int level = 0; level < Levels.COUNT; level++) {
      float value = (float) interpolated(level / 255f, edges, cumulated);
      table[level] = (byte) (int) (value * 255);
    }
    return table;
  }

  private static float[] edges(float first, float last) {
    float[] edges = new float[BINS + 1];
    float step = (last - first) / BINS;
    for (int i = 0; i < BINS; i++) {
      edges[i] = i * step + first;
    }
    edges[BINS] = last;
    return edges;
  }

  /**
   * The bin that a value falls into; its lower edge belongs to it, the last one's upper as well.
   */
  private static int bin(float value, float[] edges) {
    int bin = (int) ((value - edges[0]) / (edges[BINS] - edges[0]) * BINS);
    bin = Math.min(bin, BINS - 1);
    if (value < edges[bin]) {
      return bin - 1;
    }
    return bin < BINS - 1 && value >= edges[bin + 1] ? bin + 1 : bin;
  }

  /** The straight line between the bins' centres, level outside of them. */
  private static double interpolated(float value, float[] edges, double[] cumulated) {
    int right = 0;
    while (right < BINS && center(edges, right) <= value) {
      right++;
    }
    if (right == 0 || right == BINS) {
      return cumulated[Math.max(0, right - 1)];
    }
    double left = center(edges, right - 1);
    double slope = (cumulated[right] - cumulated[right - 1]) / (center(edges, right) - left);
    return slope * (value - left) + cumulated[right - 1];
  }

  private static double center(float[] edges, int bin) {
    return (edges[bin] + edges[bin + 1]) / 2;
  }
}
