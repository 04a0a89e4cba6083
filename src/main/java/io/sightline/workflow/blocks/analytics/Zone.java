package io.sightline.workflow.blocks.analytics;

import io.sightline.vision.Detection;
import io.sightline.vision.Position;
import io.sightline.workflow.block.BlockException;
import java.util.BitSet;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Point;
import org.bytedeco.opencv.opencv_core.Scalar;

/** The pixels inside and on the border of a polygon, left and upper parts of the picture only. */
final class Zone {
  private static final int MAX_COORDINATE = 16_384;
  private static final int MAX_POINTS = 10_000;

  /** A little more than a picture of 7680 x 4320. */
  private static final int MAX_PIXELS = 36_000_000;

  private final int left;
  private final int top;
  private final int width;
  private final int height;
  private final BitSet inside;

  /**
   * @param polygon x and y, pixels, fractions cut off
   * @throws BlockException where it is too large to be rasterised
   */
  Zone(double[][] polygon) {
    int[] flat = flat(polygon);
    int x2 = -1;
    int y2 = -1;
    int x1 = MAX_COORDINATE;
    int y1 = MAX_COORDINATE;
    for (int i = 0; i < flat.length; i += 2) {
      x1 = Math.min(x1, flat[i]);
      x2 = Math.max(x2, flat[i]);
      y1 = Math.min(y1, flat[i + 1]);
      y2 = Math.max(y2, flat[i + 1]);
    }
    left = Math.max(0, x1);
    top = Math.max(0, y1);
    width = Math.max(0, x2 - left + 1);
    height = Math.max(0, y2 - top + 1);
    if ((long) width * height > MAX_PIXELS) {
      throw new BlockException(
          "a zone covers at most %d pixels, not %d x %d".formatted(MAX_PIXELS, width, height));
    }
    inside = new BitSet(width * height);
    if (width > 0 && height > 0) {
      rasterise(flat);
    }
  }

  private static int[] flat(double[][] polygon) {
    if (polygon.length > MAX_POINTS) {
      throw new BlockException(
          "a zone has at most %d points, not %d".formatted(MAX_POINTS, polygon.length));
    }
    int[] flat = new int[polygon.length * 2];
    for (int i = 0; i < flat.length; i++) {
      double value = polygon[i / 2][i % 2];
      if (!(Math.abs(value) <= MAX_COORDINATE)) {
        throw new BlockException(
            "a zone's coordinates are -%d to %d, not %s"
                .formatted(MAX_COORDINATE, MAX_COORDINATE, value));
      }
      flat[i] = (int) value;
    }
    return flat;
  }

  private void rasterise(int[] flat) {
    int[] moved = new int[flat.length];
    for (int i = 0; i < flat.length; i++) {
      moved[i] = flat[i] - (i % 2 == 0 ? left : top);
    }
    try (Scalar zero = Scalar.all(0);
        Scalar one = Scalar.all(1);
        Mat pixels = new Mat(height, width, opencv_core.CV_8UC1, zero);
        Point points = new Point(flat.length / 2);
        Point origin = new Point(0, 0)) {
      new IntPointer(points).put(moved);
      int[] counts = {flat.length / 2};
      opencv_imgproc.fillPoly(pixels, points, counts, 1, one, opencv_imgproc.LINE_8, 0, origin);
      byte[] row = new byte[width];
      for (int y = 0; y < height; y++) {
        pixels.ptr(y).get(row);
        for (int x = 0; x < width; x++) {
          inside.set(y * width + x, row[x] != 0);
        }
      }
    }
  }

  /** Pixels of the rectangle around it. */
  int pixels() {
    return width * height;
  }

  /** True where the pixel that the anchor is rounded up to belongs to the zone. */
  boolean contains(Detection detection, Position anchor) {
    double column = Math.ceil((float) anchor.x(detection)) - left;
    double row = Math.ceil((float) anchor.y(detection)) - top;
    return column >= 0
        && row >= 0
        && column < width
        && row < height
        && inside.get((int) row * width + (int) column);
  }
}
