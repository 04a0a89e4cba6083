package io.sightline.vision;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.MatVector;
import org.bytedeco.opencv.opencv_core.Point;

/** The outlines of what is not 0 on a picture. */
public final class Contours {
  private Contours() {}

  /**
   * The outlines in OpenCV's order, straight runs by their ends.
   *
   * @param binary 8-bit, one channel
   * @param mode which outlines, one of OpenCV's RETR constants
   * @param left added to each x
   * @param top added to each y
   * @return points as x and y
   */
  public static List<int[][]> of(Mat binary, int mode, int left, int top) {
    List<int[][]> all = new ArrayList<>();
    try (MatVector found = new MatVector();
        Point offset = new Point(left, top)) {
      opencv_imgproc.findContours(binary, found, mode, opencv_imgproc.CHAIN_APPROX_SIMPLE, offset);
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
