package io.sightline.model;

import java.util.Arrays;

/** Keeps of boxes that overlap the best one. Scratch memory of one caller. */
final class NonMaximumSuppression {
  private final Suppression suppression;
  private int[] kept = new int[64];
  private int count;

  NonMaximumSuppression(Suppression suppression) {
    this.suppression = suppression;
  }

  /**
   * Goes through the candidates from the best down, keeps each that overlaps no kept one of its
   * class (of any class, where agnostic) by more than the threshold, and stops at the bound.
   *
   * @param overlapping keeps what overlaps, too: for networks that have suppressed themselves
   */
  void select(Candidates candidates, DetectionOptions options, boolean overlapping) {
    count = 0;
    candidates.rank();
    int end = candidates.count();
    for (int place = 0; place < end && count < options.maxDetections(); place++) {
      int candidate = candidates.ranked(place);
      if (overlapping || !isSuppressed(candidates, candidate, options)) {
        if (count == kept.length) {
          kept = Arrays.copyOf(kept, count * 2);
        }
        kept[count++] = candidate;
      }
    }
  }

  private boolean isSuppressed(Candidates candidates, int candidate, DetectionOptions options) {
    for (int k = 0; k < count; k++) {
      boolean rivals =
          options.classAgnostic() || candidates.classId(kept[k]) == candidates.classId(candidate);
      if (rivals && suppression.overlap(candidates, kept[k], candidate) > options.iouThreshold()) {
        return true;
      }
    }
    return false;
  }

  /** How many were kept. */
  int count() {
    return count;
  }

  /** Index of a kept candidate, best first. */
  int kept(int place) {
    return kept[place];
  }
}
