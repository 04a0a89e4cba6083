package io.sightline.vision;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.RotatedRect;
import org.bytedeco.opencv.opencv_core.Size2f;

/**
 * The smallest rectangle around points, turned as suits them best.
 *
 * @param width length of the side that the angle is measured to, pixels
 * @param height length of the other side, pixels
 * @param angle degrees from the level to that side, from -90 to below 0
 * @param corners x and y of the four corners in turn, pixels
 */
public record RotatedRectangle(float width, float height, float angle, float[][] corners) {
  /** The smallest rectangle around {@code points}, at least one, as x and y. */
  public static RotatedRectangle around(int[][] points) {
    int[] flat = new int[points.length * 2];
    for (int i = 0; i < flat.length; i++) {
      flat[i] = points[i / 2][i % 2];
    }
    try (Mat mat = new Mat(points.length, 1, opencv_core.CV_32SC2);
        IntPointer pointer = new IntPointer(mat.data())) {
      pointer.put(flat);
      return around(mat);
    }
  }

  /** The smallest rectangle around {@code points}, at least one, as x and y. */
  public static RotatedRectangle around(float[][] points) {
    float[] flat = new float[points.length * 2];
    for (int i = 0; i < flat.length; i++) {
      flat[i] = points[i / 2][i % 2];
    }
    try (Mat mat = new Mat(points.length, 1, opencv_core.CV_32FC2);
        FloatPointer pointer = new FloatPointer(mat.data())) {
      pointer.put(flat);
      return around(mat);
    }
  }

  private static RotatedRectangle around(Mat points) {
    float[] flat = new float[8];
    try (RotatedRect rectangle = opencv_imgproc.minAreaRect(points);
        Size2f size = rectangle.size();
        Mat box = new Mat()) {
      opencv_imgproc.boxPoints(rectangle, box);
      try (FloatPointer pointer = new FloatPointer(box.data())) {
        pointer.get(flat);
      }
      float[][] corners = new float[4][];
      for (int i = 0; i < 4; i++) {
        corners[i] = new float[] {flat[2 * i], flat[2 * i + 1]};
      }
      return new RotatedRectangle(size.width(), size.height(), rectangle.angle(), corners);
    }
  }
}
