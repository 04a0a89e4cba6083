package io.sightline.vision;

/**
 * How text is written, in OpenCV's Hershey Simplex font.
 *
 * @param scale factor on the font's own size, which is about 22 pixels for a capital
 * @param thickness of a stroke, pixels
 */
public record TextStyle(double scale, int thickness) {
  /**
   * What a line of text covers.
   *
   * @param width pixels
   * @param height pixels above the base line
   * @param below pixels that letters such as g reach below the base line
   */
  public record Extent(int width, int height, int below) {}
}
