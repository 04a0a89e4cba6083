package io.sightline.workflow.blocks.fusion;

import io.sightline.vision.Mask;

/**
 * Overlap of masks as supervision computes it: on masks scaled to 640 pixels at their longer side,
 * each pixel of which is one of the original's. A pixel counts as often as it is taken.
 */
final class MaskOverlap {
  private static final int SIDE = 640;

  private final Comparisons comparisons = new Comparisons();
  private final int[] columns;
  private final int[] rows;

  /** For masks of a picture of that size. */
  MaskOverlap(int imageWidth, int imageHeight) {
    double scale = Math.min((double) SIDE / imageHeight, (double) SIDE / imageWidth);
    columns = taken(imageWidth, (int) (scale * imageWidth));
    rows = taken(imageHeight, (int) (scale * imageHeight));
  }

  /** How often each place of a side is taken where it is scaled to {@code length}. */
  private static int[] taken(int side, int length) {
    int[] taken = new int[side];
    double step = length > 1 ? (side - 1) / (double) (length - 1) : 0;
    for (int i = 0; i < length; i++) {
      int place = i == length - 1 && length > 1 ? side - 1 : (int) (i * step);
      taken[place]++;
    }
    return taken;
  }

  /** Scaled pixels of the mask. */
  long area(Mask mask) {
    comparisons.look((long) mask.width() * mask.height());
    return mask.shared(mask, columns, rows);
  }

  /** Pixels of both over pixels of either, 0 to 1; the areas are those of {@link #area}. */
  double iou(Mask a, long areaA, Mask b, long areaB) {
    comparisons.look((long) Math.min(a.width(), b.width()) * Math.min(a.height(), b.height()));
    long shared = a.shared(b, columns, rows);
    long either = areaA + areaB - shared;
    return either == 0 ? 0 : (double) shared / either;
  }
}
