package io.sightline.workflow.blocks.text;

import java.util.Arrays;

/**
 * What parts gaps inside of words from gaps between them, after Otsu.
 *
 * @param value gaps above it are wide
 * @param distinct true where there are two kinds of gaps at all
 */
record GapThreshold(double value, boolean distinct) {
  private static final int MAX_BINS = 50;

  /** In letters' lengths: gaps between words are wider in the mean, and by as much. */
  private static final double WORD_GAP = 0.3;

  /**
   * @param gaps in letters' lengths
   */
  static GapThreshold of(double[] gaps) {
    if (gaps.length < 2) {
      return new GapThreshold(0, false);
    }
    int bins = Math.min(MAX_BINS, gaps.length);
    double min = Arrays.stream(gaps).min().orElse(0);
    double max = Arrays.stream(gaps).max().orElse(0);
    double first = min == max ? min - 0.5 : min;
    double last = min == max ? max + 0.5 : max;
    double step = (last - first) / bins;
    double best = 0;
    double most = 0;
    double below = 0;
    double above = 0;
    for (int i = 0; i < bins; i++) {
      double lower = i * step + first;
      double upper = i + 1 == bins ? last : (i + 1) * step + first;
      double center = (lower + upper) / 2;
      double meanBelow = Arrays.stream(gaps).filter(g -> g <= center).average().orElse(Double.NaN);
      double meanAbove = Arrays.stream(gaps).filter(g -> g > center).average().orElse(Double.NaN);
      long count = Arrays.stream(gaps).filter(g -> g <= center).count();
      double variance = count * (gaps.length - count) * Math.pow(meanBelow - meanAbove, 2);
      if (variance > most) {
        most = variance;
        best = center;
        below = meanBelow;
        above = meanAbove;
      }
    }
    return new GapThreshold(best, above > WORD_GAP && Math.abs(above - below) > WORD_GAP);
  }
}
