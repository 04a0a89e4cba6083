package io.sightline.vision;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.MatVector;
import org.bytedeco.opencv.opencv_core.Point;

/** The outlines of a mask as OpenCV follows them. */
final class Contours {
  private Contours() {}

  /** The outlines of all parts and of their holes, x and y in pixels of the picture. */
  static List<int[][]> of(Mask mask) {
    List<int[][]> all = new ArrayList<>();
    try (Mat region = mask.region();
        MatVector found = new MatVector();
        Point offset = new Point(mask.left(), mask.top())) {
      opencv_imgproc.findContours(
          region, found, opencv_imgproc.RETR_TREE, opencv_imgproc.CHAIN_APPROX_SIMPLE, offset);
      for (long i = 0; i < found.size(); i++) {
        try (Mat contour = found.get(i)) {
          int[] flat = new int[contour.rows() * 2];
          new IntPointer(contour.data()).get(flat);
          int[][] points = new int[flat.length / 2][];
          for (int p = 0; p < points.length; p++) {
            points[p] = new int[] {flat[2 * p], flat[2 * p + 1]};
          }
          all.add(points);
        }
      }
    }
    return List.copyOf(all);
  }
}
