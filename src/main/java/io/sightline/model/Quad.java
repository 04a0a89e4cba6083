package io.sightline.model;

import io.sightline.vision.BoundingBox;

/**
 * A rectangle that may lie askew: its corners from the top left on, clockwise.
 *
 * @param score that there is text inside, 0 to 1
 */
record Quad(float[] x, float[] y, float score) {
  private static final int CORNERS = 4;

  /** The upright rectangle around it. */
  BoundingBox box() {
    float x1 = x[0];
    float y1 = y[0];
    float x2 = x[0];
    float y2 = y[0];
    for (int i = 1; i < CORNERS; i++) {
      x1 = Math.min(x1, x[i]);
      y1 = Math.min(y1, y[i]);
      x2 = Math.max(x2, x[i]);
      y2 = Math.max(y2, y[i]);
    }
    return new BoundingBox(x1, y1, x2, y2);
  }

  /** Length of the side between two corners, pixels. */
  double side(int from, int to) {
    return Math.hypot(x[from] - x[to], y[from] - y[to]);
  }
}
