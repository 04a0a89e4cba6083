package io.sightline.vision;

import java.util.List;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.MatVector;
import org.bytedeco.opencv.opencv_core.Point;
import org.bytedeco.opencv.opencv_core.Scalar;

/** Draws lines and polygons. OpenCV gets no coordinates that it would take long for. */
final class Paths implements AutoCloseable {
  private final Point from = new Point();
  private final Point to = new Point();

  /** One line; what lies outside of the picture costs nothing. */
  void line(Mat pixels, long x1, long y1, long x2, long y2, Scalar paint, int thickness) {
    if (Clipping.isNear(x1) && Clipping.isNear(y1) && Clipping.isNear(x2) && Clipping.isNear(y2)) {
      draw(pixels, (int) x1, (int) y1, (int) x2, (int) y2, paint, thickness);
      return;
    }
    int[] seen = Clipping.around(pixels, thickness).line(x1, y1, x2, y2);
    if (seen.length > 0) {
      draw(pixels, seen[0], seen[1], seen[2], seen[3], paint, thickness);
    }
  }

  private void draw(Mat pixels, int x1, int y1, int x2, int y2, Scalar paint, int thickness) {
    from.x(x1).y(y1);
    to.x(x2).y(y2);
    opencv_imgproc.line(pixels, from, to, paint, thickness, opencv_imgproc.LINE_8, 0);
  }

  /** Lines from point to point. */
  void outline(Mat pixels, int[][] points, boolean closed, Scalar paint, int thickness) {
    if (points.length == 0) {
      return;
    }
    if (Clipping.areNear(points)) {
      try (Point all = copied(points)) {
        int[] counts = {points.length};
        opencv_imgproc.polylines(
            pixels, all, counts, 1, closed, paint, thickness, opencv_imgproc.LINE_8, 0);
      }
      return;
    }
    for (int i = closed ? 0 : 1, before = closed ? points.length - 1 : 0;
        i < points.length;
        before = i++) {
      int[] a = points[before];
      int[] b = points[i];
      line(pixels, a[0], a[1], b[0], b[1], paint, thickness);
    }
  }

  /** The area inside an odd number of the polygons. */
  void fill(Mat pixels, List<int[][]> polygons, Scalar paint) {
    Clipping clipping = Clipping.around(pixels, 0);
    try (MatVector all = new MatVector();
        Point origin = new Point(0, 0)) {
      for (int[][] polygon : polygons) {
        int[][] near = Clipping.areNear(polygon) ? polygon : clipping.polygon(polygon);
        if (near.length > 0) {
          Mat points = new Mat(near.length, 1, opencv_core.CV_32SC2);
          new IntPointer(points.data()).put(flat(near));
          all.push_back(points);
          points.close();
        }
      }
      if (!all.empty()) {
        opencv_imgproc.fillPoly(pixels, all, paint, opencv_imgproc.LINE_8, 0, origin);
      }
    }
  }

  private static Point copied(int[][] points) {
    Point all = new Point(points.length);
    new IntPointer(all).put(flat(points));
    return all;
  }

  private static int[] flat(int[][] points) {
    int[] flat = new int[points.length * 2];
    for (int i = 0; i < points.length; i++) {
      flat[2 * i] = points[i][0];
      flat[2 * i + 1] = points[i][1];
    }
    return flat;
  }

  @Override
  public void close() {
    from.close();
    to.close();
  }
}
