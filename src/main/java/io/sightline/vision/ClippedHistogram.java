package io.sightline.vision;

/** Takes from a histogram's high bins and gives to its low ones. */
final class ClippedHistogram {
  private ClippedHistogram() {}

  /** Leaves at most {@code limit} in each bin and spreads the rest over the others, in place. */
  static void clip(int[] counts, int limit) {
    long excess = 0;
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > limit) {
        excess += counts[i] - limit;
        counts[i] = limit;
      }
    }
    int share = (int) (excess / counts.length);
    int full = limit - share;
    for (int i = 0; i < counts.length; i++) {
      int before = counts[i];
      counts[i] += before < full ? share : 0;
      counts[i] = counts[i] >= full ? limit : counts[i];
      excess -= counts[i] - before;
    }
    spread(counts, limit, excess);
  }

  /** Gives one each to bins apart, as long as any is left and some bin is not full. */
  private static void spread(int[] counts, int limit, long excess) {
    long left = excess;
    long before;
    do {
      before = left;
      for (int first = 0; first < counts.length && left > 0; first++) {
        int step = (int) Math.max(1, open(counts, limit) / left);
        for (int i = first; i < counts.length; i += step) {
          if (counts[i] < limit) {
            counts[i]++;
            left--;
          }
        }
      }
    } while (left > 0 && left != before);
  }

  private static int open(int[] counts, int limit) {
    int open = 0;
    for (int count : counts) {
      open += count < limit ? 1 : 0;
    }
    return open;
  }
}
