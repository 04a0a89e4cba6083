package io.sightline.model;

import io.sightline.vision.Mask;

/**
 * Enlarges a part of a network's small mask to the picture, as if all of it were enlarged, and cuts
 * it at a threshold: bilinear between pixel centres, across first and then down, so that a row of
 * the part is enlarged once. Memory of one caller.
 */
final class MaskEnlargement {
  private final EnlargedRows rows = new EnlargedRows();
  private byte[] pixels = new byte[0];

  /** A part of a small mask: its edges and size in its pixels. */
  record Part(int left, int top, int width, int height) {
    boolean isEmpty() {
      return width <= 0 || height <= 0;
    }

    /** The part that is inside both. */
    Part and(Part other) {
      int x = Math.max(left, other.left);
      int y = Math.max(top, other.top);
      return new Part(
          x,
          y,
          Math.min(left + width, other.left + other.width) - x,
          Math.min(top + height, other.top + other.height) - y);
    }

    /** The same with a margin all around. */
    Part wider(int margin) {
      return new Part(left - margin, top - margin, width + 2 * margin, height + 2 * margin);
    }
  }

  /** What of a mask of that size the picture covers. */
  static Part content(int width, int height, InputSpec input, Placement placement) {
    double scaleX = (double) width / input.width();
    double scaleY = (double) height / input.height();
    int left = (int) Math.rint(placement.left() * scaleX);
    int top = (int) Math.rint(placement.top() * scaleY);
    int right = (int) Math.rint(placement.padRight(input) * scaleX);
    int bottom = (int) Math.rint(placement.padBottom(input) * scaleY);
    return new Part(left, top, width - left - right, height - top - bottom);
  }

  /**
   * @param values the part's, row by row; beyond its edges the values at them go on
   * @param content what of the small mask the picture covers
   */
  Mask mask(float[] values, Part part, Part content, Placement placement, double threshold) {
    Placement.Whole whole = placement.whole();
    if (part.isEmpty() || content.isEmpty()) {
      return Mask.empty(whole.width(), whole.height());
    }
    float above = (float) threshold;
    Part set = above(values, part, above);
    double stepX = (double) placement.pictureWidth() / content.width;
    double stepY = (double) placement.pictureHeight() / content.height;
    int left = Math.max(0, (int) Math.floor((set.left - content.left) * stepX));
    int top = Math.max(0, (int) Math.floor((set.top - content.top) * stepY));
    int right = (int) Math.ceil((set.left - content.left + set.width) * stepX);
    int bottom = (int) Math.ceil((set.top - content.top + set.height) * stepY);
    right = Math.min(placement.pictureWidth(), right);
    bottom = Math.min(placement.pictureHeight(), bottom);
    if (set.isEmpty() || right <= left || bottom <= top) {
      return Mask.empty(whole.width(), whole.height());
    }
    int width = right - left;
    int height = bottom - top;
    if (pixels.length < Math.multiplyExact(width, height)) {
      pixels = new byte[width * height];
    }
    rows.begin(set.width, width);
    rows.layOut(stepX, left, set.left - content.left);
    int first = (set.top - part.top) * part.width + set.left - part.left;
    int at = -1;
    for (int y = 0; y < height; y++) {
      float v = EnlargedRows.place(top + y, stepY, set.top - content.top, set.height);
      int row = Math.min((int) v, set.height - 1);
      if (row != at) {
        int below = Math.min(row + 1, set.height - 1);
        rows.take(values, first + row * part.width, first + below * part.width, above);
        at = row;
      }
      rows.write(v - row, above, pixels, y * width);
    }
    return Mask.of(
        whole.width(),
        whole.height(),
        whole.left() + left,
        whole.top() + top,
        width,
        height,
        pixels);
  }

  /** The part around what is above the threshold, with a margin of one where there is more. */
  private static Part above(float[] values, Part part, float threshold) {
    int x1 = part.width;
    int y1 = part.height;
    int x2 = -1;
    int y2 = -1;
    for (int y = 0; y < part.height; y++) {
      int row = y * part.width;
      for (int x = 0; x < part.width; x++) {
        if (values[row + x] > threshold) {
          x1 = Math.min(x1, x);
          x2 = Math.max(x2, x);
          y1 = Math.min(y1, y);
          y2 = y;
        }
      }
    }
    Part found = new Part(part.left + x1, part.top + y1, x2 - x1 + 1, y2 - y1 + 1);
    return x2 < 0 ? new Part(part.left, part.top, 0, 0) : found.wider(1).and(part);
  }
}
