package io.sightline.vision;

/**
 * A part of a picture, pixels.
 *
 * @param left left edge, inside of the picture
 * @param top top edge, inside of the picture
 * @param width above 0, the part lies inside of the picture
 * @param height above 0, the part lies inside of the picture
 * @param offsetX where the part is said to lie, {@code left} unless it was asked for outside
 * @param offsetY where the part is said to lie, {@code top} unless it was asked for outside
 */
public record CropArea(int left, int top, int width, int height, int offsetX, int offsetY) {
  /**
   * The part between these edges as Python cuts it: what goes beyond the right and the bottom edge
   * is left out, edges below 0 are counted from the far end. Null where nothing remains.
   */
  public static CropArea between(Image image, long x1, long y1, long x2, long y2) {
    int left = edge(x1, image.width());
    int top = edge(y1, image.height());
    int width = edge(x2, image.width()) - left;
    int height = edge(y2, image.height()) - top;
    return width <= 0 || height <= 0
        ? null
        : new CropArea(left, top, width, height, (int) x1, (int) y1);
  }

  private static int edge(long edge, int size) {
    return (int) (edge < 0 ? Math.max(0, edge + size) : Math.min(edge, size));
  }

  /** Pixels of the part. */
  public long pixels() {
    return (long) width * height;
  }
}
