package io.sightline.vision;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.MatVector;
import org.bytedeco.opencv.opencv_core.Point;

/** Outlines of the areas of an 8-bit picture that are not 0. */
final class Contours {
  private Contours() {}

  /** The outlines of all areas and of their holes, in OpenCV's order, moved by x and y. */
  static List<int[][]> of(Mat region, int x, int y) {
    List<int[][]> all = new ArrayList<>();
    try (MatVector found = new MatVector();
        Point offset = new Point(x, y)) {
      opencv_imgproc.findContours(
          region, found, opencv_imgproc.RETR_TREE, opencv_imgproc.CHAIN_APPROX_SIMPLE, offset);
      for (long i = 0; i < found.size(); i++) {
        try (Mat contour = found.get(i)) {
          all.add(points(contour));
        }
      }
    }
    return List.copyOf(all);
  }

  private static int[][] points(Mat contour) {
    int[] flat = new int[contour.rows() * 2];
    new IntPointer(contour.data()).get(flat);
    int[][] points = new int[flat.length / 2][];
    for (int i = 0; i < points.length; i++) {
      points[i] = new int[] {flat[2 * i], flat[2 * i + 1]};
    }
    return points;
  }
}
