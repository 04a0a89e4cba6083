package io.sightline.vision;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Masks as COCO writes them: how many pixels without and with the instance follow one another, down
 * the columns from the left.
 */
public final class RunLengths {
  private static final long MAX_PIXELS = 1L << 26;
  private static final int FIRST_CHARACTER = 48;
  private static final int BITS = 5;
  private static final int MORE = 1 << BITS;
  private static final int MAX_SHIFT = 50;

  private RunLengths() {}

  /**
   * The mask.
   *
   * @param mask size, a list of height and width, and counts, a list of numbers or COCO's
   *     compressed string
   * @throws VisionException where it is none, or larger than 67,108,864 pixels
   */
  public static Mask decode(Map<?, ?> mask) {
    if (!(mask.get("size") instanceof List<?> size)
        || size.size() != 2
        || !(size.get(0) instanceof Number rows)
        || !(size.get(1) instanceof Number columns)) {
      throw new VisionException("a mask of run lengths has a size of height and width");
    }
    int height = rows.intValue();
    int width = columns.intValue();
    if (height < 0 || width < 0 || (long) height * width > MAX_PIXELS) {
      throw new VisionException(
          "a mask has at most %d pixels, not %d x %d".formatted(MAX_PIXELS, width, height));
    }
    return filled(width, height, counts(mask.get("counts")));
  }

  private static long[] counts(Object counts) {
    if (counts instanceof String text) {
      return decompressed(text);
    }
    if (counts instanceof List<?> list && list.stream().allMatch(Number.class::isInstance)) {
      return list.stream().mapToLong(n -> ((Number) n).longValue()).toArray();
    }
    throw new VisionException("a mask's counts are a string or a list of numbers");
  }

  /**
   * Groups of five bits, lowest first; from the third count on, differences to the last but one.
   */
  private static long[] decompressed(String text) {
    long[] counts = new long[text.length()];
    int n = 0;
    int i = 0;
    while (i < text.length()) {
      long value = 0;
      int shift = 0;
      int group;
      do {
        if (i == text.length() || shift > MAX_SHIFT) {
          throw new VisionException("a mask's counts break off");
        }
        group = text.charAt(i++) - FIRST_CHARACTER;
        value |= (long) (group & (MORE - 1)) << shift;
        shift += BITS;
      } while ((group & MORE) != 0);
      if ((group & MORE >> 1) != 0) {
        value |= -1L << shift;
      }
      counts[n] = n > 2 ? value + counts[n - 2] : value;
      n++;
    }
    return Arrays.copyOf(counts, n);
  }

  private static Mask filled(int width, int height, long[] counts) {
    byte[] rows = new byte[width * height];
    long at = 0;
    for (int run = 0; run < counts.length; run++) {
      long end = at + counts[run];
      if (counts[run] < 0 || end > rows.length) {
        throw new VisionException("a mask's counts are more than its pixels");
      }
      for (long i = at; run % 2 == 1 && i < end; i++) {
        rows[(int) (i % height) * width + (int) (i / height)] = 1;
      }
      at = end;
    }
    return Mask.of(width, height, 0, 0, width, rows);
  }
}
