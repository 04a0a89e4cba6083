package io.sightline.workflow.blocks.geometry;

import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;

/** The hull of an outline, which gets fewer corners the rougher it is drawn. */
final class ConvexPolygon implements AutoCloseable {
  private static final int MAX_STEPS = 1000;
  private static final double FINEST = 0.0000001;

  private final Mat hull = new Mat();
  private final Mat drawn = new Mat();

  ConvexPolygon(int[][] outline) {
    int[] flat = new int[outline.length * 2];
    for (int i = 0; i < flat.length; i++) {
      flat[i] = outline[i / 2][i % 2];
    }
    try (Mat points = new Mat(outline.length, 1, opencv_core.CV_32SC2);
        IntPointer pointer = new IntPointer(points.data())) {
      pointer.put(flat);
      opencv_imgproc.convexHull(points, hull, true, true);
    }
  }

  /** With as many corners as wanted where that can be, otherwise with about as many. */
  int[][] withCorners(int wanted) {
    double rough = opencv_imgproc.arcLength(hull, true);
    double fine = FINEST;
    double epsilon = fine + rough / 2;
    draw(epsilon);
    for (int i = 0; i < MAX_STEPS && drawn.rows() != wanted; i++) {
      if (drawn.rows() > wanted) {
        fine = epsilon;
      } else {
        rough = epsilon;
      }
      double next = fine + (rough - fine) / 2;
      if (next == epsilon) {
        break;
      }
      epsilon = next;
      draw(epsilon);
    }
    return corners();
  }

  private void draw(double epsilon) {
    opencv_imgproc.approxPolyDP(hull, drawn, epsilon, true);
  }

  private int[][] corners() {
    int[] flat = new int[drawn.rows() * 2];
    try (IntPointer pointer = new IntPointer(drawn.data())) {
      pointer.get(flat);
    }
    int[][] corners = new int[flat.length / 2][];
    for (int i = 0; i < corners.length; i++) {
      corners[i] = new int[] {flat[2 * i], flat[2 * i + 1]};
    }
    return corners;
  }

  @Override
  public void close() {
    hull.close();
    drawn.close();
  }
}
