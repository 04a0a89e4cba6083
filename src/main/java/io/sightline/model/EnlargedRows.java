package io.sightline.model;

import java.util.Arrays;

/**
 * Two rows of a small mask, one below the other, enlarged across, and the picture's rows that lie
 * between them. Where all four values around a run of pixels are on one side of the threshold, so
 * is what is blended of them: only the others are computed. Memory of one caller.
 */
final class EnlargedRows {
  private static final byte OUTSIDE = 0;
  private static final byte INSIDE = 1;
  private static final byte EDGE = 2;

  private int[] columns = new int[0];
  private float[] shares = new float[0];
  private float[] upper = new float[0];
  private float[] lower = new float[0];
  private int[] starts = new int[0];
  private int[] ends = new int[0];
  private byte[] sides = new byte[0];
  private int small;
  private int width;
  private int runs;

  /**
   * Begins a mask.
   *
   * @param smallWidth pixels of the small mask's rows
   * @param pixels of the picture's rows
   */
  void begin(int smallWidth, int pixels) {
    small = smallWidth;
    width = pixels;
    runs = 0;
    if (shares.length < width) {
      columns = new int[width];
      shares = new float[width];
      upper = new float[width];
      lower = new float[width];
    }
    if (sides.length < small) {
      starts = new int[small + 1];
      ends = new int[small];
      sides = new byte[small];
    }
  }

  /**
   * Says where the middle of each of the picture's pixels lies.
   *
   * @param step pixels of the picture for one of the small mask
   * @param first the leftmost pixel
   * @param before pixels of the small mask to the left of what is enlarged
   */
  void layOut(double step, int first, int before) {
    int next = 0;
    for (int x = 0; x < width; x++) {
      float u = place(first + x, step, before, small);
      columns[x] = Math.min((int) u, small - 1);
      shares[x] = u - columns[x];
      while (next <= columns[x]) {
        starts[next++] = x;
      }
    }
    Arrays.fill(starts, next, small + 1, width);
  }

  /** Where the middle of a picture's pixel lies in the small mask, its edges not left. */
  static float place(int pixel, double step, int before, int size) {
    return (float) Math.max(0, Math.min(size - 1, (pixel + 0.5) / step - 0.5 - before));
  }

  /**
   * Takes two rows.
   *
   * @param one where the upper row begins in {@code values}
   * @param other where the lower row begins
   */
  void take(float[] values, int one, int other, float threshold) {
    runs = 0;
    for (int c = 0; c < small; c++) {
      if (starts[c] < starts[c + 1]) {
        int d = Math.min(c + 1, small - 1);
        add(
            starts[c + 1],
            side(
                values[one + c], values[one + d], values[other + c], values[other + d], threshold));
      }
    }
    for (int run = 0; run < runs; run++) {
      if (sides[run] == EDGE) {
        spread(values, one, start(run), ends[run], upper);
        spread(values, other, start(run), ends[run], lower);
      }
    }
  }

  private static byte side(float a, float b, float c, float d, float threshold) {
    int above = 0;
    above += a > threshold ? 1 : 0;
    above += b > threshold ? 1 : 0;
    above += c > threshold ? 1 : 0;
    above += d > threshold ? 1 : 0;
    return above == 0 ? OUTSIDE : above == 4 ? INSIDE : EDGE;
  }

  private void add(int end, byte side) {
    if (runs > 0 && sides[runs - 1] == side) {
      ends[runs - 1] = end;
    } else {
      sides[runs] = side;
      ends[runs++] = end;
    }
  }

  private int start(int run) {
    return run == 0 ? 0 : ends[run - 1];
  }

  private void spread(float[] values, int from, int first, int end, float[] into) {
    for (int x = first; x < end; x++) {
      int left = columns[x];
      float value = values[from + left];
      float next = values[from + Math.min(left + 1, small - 1)];
      into[x] = value + (next - value) * shares[x];
    }
  }

  /**
   * Writes a row of the picture, 1 where it is above the threshold, else 0.
   *
   * @param share how far below the upper row it lies, 0 to 1
   * @param at where it begins in {@code pixels}
   */
  void write(float share, float threshold, byte[] pixels, int at) {
    for (int run = 0; run < runs; run++) {
      if (sides[run] == EDGE) {
        blend(share, threshold, start(run), ends[run], pixels, at);
      } else {
        Arrays.fill(pixels, at + start(run), at + ends[run], sides[run]);
      }
    }
  }

  /** The sign of what a value lacks of the threshold tells, without a branch. */
  private void blend(float share, float threshold, int first, int end, byte[] pixels, int at) {
    for (int x = first; x < end; x++) {
      float value = upper[x] + (lower[x] - upper[x]) * share;
      pixels[at + x] = (byte) (Float.floatToRawIntBits(threshold - value) >>> Integer.SIZE - 1);
    }
  }
}
