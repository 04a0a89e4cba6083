package io.sightline.workflow.blocks.geometry;

import io.sightline.workflow.block.BlockException;

/**
 * The rectangle that a perspective is corrected to.
 *
 * @param width pixels
 * @param height pixels
 */
record Plane(int width, int height) {
  /** A little more than a picture of 7680 x 4320. */
  static final int MAX_PIXELS = 36_000_000;

  private static final int MAX_SIDE = 100_000;
  private static final int MAX_DRAWN_SIDE = 16_384;

  /**
   * @throws BlockException where a side is not from 1 to 100,000 pixels
   */
  Plane {
    check("width", width);
    check("height", height);
  }

  private static void check(String side, int value) {
    if (value < 1 || value > MAX_SIDE) {
      throw new BlockException(
          "transformed_rect_%s must be 1 to %d, not %d".formatted(side, MAX_SIDE, value));
    }
  }

  /** This one with more on its sides, pixels. */
  Plane extended(double across, double down) {
    return new Plane(sum(width, across), sum(height, down));
  }

  private static int sum(int side, double more) {
    return (int) Math.min(Integer.MAX_VALUE, side + Math.rint(more));
  }

  /**
   * @throws BlockException where a picture or a mask of this size is too large
   */
  Plane drawable() {
    if ((long) width * height > MAX_PIXELS || Math.max(width, height) > MAX_DRAWN_SIDE) {
      throw new BlockException(
          "a corrected picture has sides of at most %d and %d pixels in all, not %d x %d"
              .formatted(MAX_DRAWN_SIDE, MAX_PIXELS, width, height));
    }
    return this;
  }
}
