package io.sightline.vision;

import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Point;
import org.bytedeco.opencv.opencv_core.Scalar;

/** The pixels of polygons. */
final class PolygonFill {
  private PolygonFill() {}

  static Mask mask(int imageWidth, int imageHeight, int[][] polygon) {
    int x1 = imageWidth;
    int y1 = imageHeight;
    int x2 = -1;
    int y2 = -1;
    for (int[] point : polygon) {
      x1 = Math.min(x1, Math.max(0, point[0]));
      y1 = Math.min(y1, Math.max(0, point[1]));
      x2 = Math.max(x2, Math.min(imageWidth - 1, point[0]));
      y2 = Math.max(y2, Math.min(imageHeight - 1, point[1]));
    }
    if (x2 < x1 || y2 < y1) {
      return Mask.empty(imageWidth, imageHeight);
    }
    int[] flat = new int[polygon.length * 2];
    for (int i = 0; i < polygon.length; i++) {
      flat[2 * i] = bounded(polygon[i][0]) - x1;
      flat[2 * i + 1] = bounded(polygon[i][1]) - y1;
    }
    try (Scalar zero = Scalar.all(0);
        Scalar one = Scalar.all(1);
        Mat part = new Mat(y2 - y1 + 1, x2 - x1 + 1, opencv_core.CV_8UC1, zero);
        Point points = new Point(polygon.length);
        Point origin = new Point(0, 0)) {
      new IntPointer(points).put(flat);
      int[] counts = {polygon.length};
      opencv_imgproc.fillPoly(part, points, counts, 1, one, opencv_imgproc.LINE_8, 0, origin);
      return Mask.of(imageWidth, imageHeight, x1, y1, part);
    }
  }

  /** Keeps far-away points within what OpenCV computes with, 16 bits for the fraction included. */
  private static int bounded(int value) {
    return Math.max(-(1 << 14), Math.min(1 << 14, value));
  }
}
