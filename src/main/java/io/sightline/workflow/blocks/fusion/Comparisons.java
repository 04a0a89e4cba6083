package io.sightline.workflow.blocks.fusion;

import io.sightline.workflow.block.BlockException;

/** How much may be compared where each detection meets each other one. */
final class Comparisons {
  /** Detections that are compared with each other. */
  static final int MAX_DETECTIONS = 5000;

  /** Pixels of masks that are looked at. */
  static final long MAX_PIXELS = 2_000_000_000L;

  private long pixels;

  /**
   * @throws BlockException where so many detections are too many to compare
   */
  static void check(int detections) {
    if (detections > MAX_DETECTIONS) {
      throw new BlockException(
          "at most %d detections can be compared with each other, not %d"
              .formatted(MAX_DETECTIONS, detections));
    }
  }

  /**
   * Counts pixels before they are looked at.
   *
   * @throws BlockException where they are too many
   */
  void look(long more) {
    pixels += more;
    if (pixels > MAX_PIXELS) {
      throw new BlockException(
          "the masks are too many and too large to compare: more than %d pixels"
              .formatted(MAX_PIXELS));
    }
  }
}
