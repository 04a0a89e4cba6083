package io.sightline.model;

import io.sightline.vision.Mask;

/**
 * Enlarges a part of a network's small mask to the picture, as if all of it were enlarged, and cuts
 * it at a threshold: bilinear between pixel centres, across first and then down, so that a row of
 * the part is enlarged once. Memory of one caller.
 */
final class MaskEnlargement {
  private int[] columns = new int[0];
  private float[] shares = new float[0];
  private float[] upper = new float[0];
  private float[] lower = new float[0];
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
    double stepX = (double) placement.pictureWidth() / content.width;
    double stepY = (double) placement.pictureHeight() / content.height;
    int left = Math.max(0, (int) Math.floor((part.left - content.left) * stepX));
    int top = Math.max(0, (int) Math.floor((part.top - content.top) * stepY));
    int right = (int) Math.ceil((part.left - content.left + part.width) * stepX);
    int bottom = (int) Math.ceil((part.top - content.top + part.height) * stepY);
    right = Math.min(placement.pictureWidth(), right);
    bottom = Math.min(placement.pictureHeight(), bottom);
    if (right <= left || bottom <= top) {
      return Mask.empty(whole.width(), whole.height());
    }
    int width = right - left;
    int height = bottom - top;
    makeRoom(width, Math.multiplyExact(width, height));
    for (int x = 0; x < width; x++) {
      float u = place(left + x, stepX, part.left - content.left, part.width);
      columns[x] = Math.min((int) u, part.width - 1);
      shares[x] = u - columns[x];
    }
    enlarge(values, part, width, height, threshold, stepY, top, content);
    return Mask.of(
        whole.width(),
        whole.height(),
        whole.left() + left,
        whole.top() + top,
        width,
        height,
        pixels);
  }

  private void makeRoom(int width, int area) {
    if (shares.length < width) {
      columns = new int[width];
      shares = new float[width];
      upper = new float[width];
      lower = new float[width];
    }
    if (pixels.length < area) {
      pixels = new byte[area];
    }
  }

  /** Where the middle of a picture's pixel lies in the part, its edges not left. */
  private static float place(int pixel, double step, int before, int size) {
    return (float) Math.max(0, Math.min(size - 1, (pixel + 0.5) / step - 0.5 - before));
  }

  private void enlarge(
      float[] values,
      Part part,
      int width,
      int height,
      double threshold,
      double stepY,
      int top,
      Part content) {
    float above = (float) threshold;
    int row = -1;
    for (int y = 0; y < height; y++) {
      float v = place(top + y, stepY, part.top - content.top, part.height);
      int at = Math.min((int) v, part.height - 1);
      if (at != row) {
        spread(values, at * part.width, part.width, width, upper);
        spread(values, Math.min(at + 1, part.height - 1) * part.width, part.width, width, lower);
        row = at;
      }
      blend(v - at, width, y * width, above);
    }
  }

  /** Enlarges a row of the part across. */
  private void spread(float[] values, int from, int size, int width, float[] into) {
    for (int x = 0; x < width; x++) {
      int left = columns[x];
      float value = values[from + left];
      float next = values[from + Math.min(left + 1, size - 1)];
      into[x] = value + (next - value) * shares[x];
    }
  }

  /** Blends two rows; the sign of what a value lacks of the threshold tells, without a branch. */
  private void blend(float share, int width, int from, float above) {
    for (int x = 0; x < width; x++) {
      float value = upper[x] + (lower[x] - upper[x]) * share;
      pixels[from + x] = (byte) (Float.floatToRawIntBits(above - value) >>> Integer.SIZE - 1);
    }
  }
}
