package io.sightline.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sightline.vision.Mask;

/** Enlarges masks pixel by pixel, to compare. */
final class PlainMasks {
  /** What the values that decide may be off by. */
  private static final double CLOSE = 1e-4;

  private PlainMasks() {}

  /**
   * Checks that a mask is what {@code small} is above the threshold, enlarged to the mask's picture
   * between pixel centres.
   */
  static void check(Mask mask, float[] small, int width, int height, double threshold) {
    int close = 0;
    int set = 0;
    for (int y = 0; y < mask.imageHeight(); y++) {
      for (int x = 0; x < mask.imageWidth(); x++) {
        double value =
            at(
                small,
                width,
                height,
                (x + 0.5) * width / mask.imageWidth() - 0.5,
                (y + 0.5) * height / mask.imageHeight() - 0.5);
        if (value != threshold && Math.abs(value - threshold) < CLOSE) {
          close++;
        } else {
          assertEquals(value > threshold, mask.at(x, y), x + ", " + y + ": " + value);
        }
        set += value > threshold ? 1 : 0;
      }
    }
    assertTrue(set > 0, "nothing is set");
    assertTrue(close < set / 4, close + " are close, " + set + " are set");
  }

  private static double at(float[] small, int width, int height, double x, double y) {
    double u = Math.max(0, Math.min(width - 1, x));
    double v = Math.max(0, Math.min(height - 1, y));
    int x0 = (int) u;
    int y0 = (int) v;
    int x1 = Math.min(width - 1, x0 + 1);
    int y1 = Math.min(height - 1, y0 + 1);
    double dx = u - x0;
    double dy = v - y0;
    return (1 - dy) * ((1 - dx) * small[y0 * width + x0] + dx * small[y0 * width + x1])
        + dy * ((1 - dx) * small[y1 * width + x0] + dx * small[y1 * width + x1]);
  }
}
