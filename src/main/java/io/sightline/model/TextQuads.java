package io.sightline.model;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.MatVector;
import org.bytedeco.opencv.opencv_core.Point;
import org.bytedeco.opencv.opencv_core.Point2f;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.RotatedRect;
import org.bytedeco.opencv.opencv_core.Scalar;

/**
 * Finds pieces of text in a map of probabilities as differentiable binarisation gives it (Liao et
 * al., 2020): the areas above a threshold, their smallest rectangles, grown by what the network was
 * taught to leave away.
 */
final class TextQuads {
  private static final double THRESHOLD = 0.3;
  private static final double LEAST_SCORE = 0.6;
  private static final double GROWTH = 1.5;
  private static final int LEAST_SIDE = 3;
  private static final int MOST = 1000;

  private TextQuads() {}

  /**
   * @param map rows of probabilities
   * @return pieces in pixels of a picture of the given size, in no order that means anything
   */
  static List<Quad> of(
      FloatBuffer map, int width, int height, int pictureWidth, int pictureHeight) {
    List<Quad> quads = new ArrayList<>();
    try (FloatPointer values = new FloatPointer(map);
        Mat probabilities = new Mat(height, width, opencv_core.CV_32FC1, values);
        Mat above = new Mat();
        Mat binary = new Mat();
        MatVector contours = new MatVector()) {
      opencv_imgproc.threshold(probabilities, above, THRESHOLD, 255, opencv_imgproc.THRESH_BINARY);
      above.convertTo(binary, opencv_core.CV_8U);
      opencv_imgproc.findContours(
          binary, contours, opencv_imgproc.RETR_LIST, opencv_imgproc.CHAIN_APPROX_SIMPLE);
      for (long i = 0; i < Math.min(MOST, contours.size()); i++) {
        try (Mat contour = contours.get(i)) {
          Quad quad = quad(contour, probabilities, pictureWidth, pictureHeight);
          if (quad != null) {
            quads.add(quad);
          }
        }
      }
    }
    return quads;
  }

  private static Quad quad(Mat contour, Mat probabilities, int pictureWidth, int pictureHeight) {
    try (RotatedRect rectangle = opencv_imgproc.minAreaRect(contour)) {
      float width = rectangle.size().width();
      float height = rectangle.size().height();
      if (Math.min(width, height) < LEAST_SIDE) {
        return null;
      }
      Quad tight = corners(rectangle, 0);
      double score = score(tight, probabilities);
      if (score < LEAST_SCORE) {
        return null;
      }
      double distance = width * height * GROWTH / (2 * (width + height));
      rectangle.size().width((float) (width + 2 * distance));
      rectangle.size().height((float) (height + 2 * distance));
      if (Math.min(rectangle.size().width(), rectangle.size().height()) < LEAST_SIDE + 2) {
        return null;
      }
      Quad quad = corners(rectangle, (float) score);
      for (int i = 0; i < 4; i++) {
        quad.x()[i] = scaled(quad.x()[i], probabilities.cols(), pictureWidth);
        quad.y()[i] = scaled(quad.y()[i], probabilities.rows(), pictureHeight);
      }
      boolean tiny = (int) quad.side(0, 1) <= LEAST_SIDE || (int) quad.side(0, 3) <= LEAST_SIDE;
      return tiny ? null : quad;
    }
  }

  private static float scaled(float value, int from, int to) {
    return (int) Math.max(0, Math.min(to, value / from * to));
  }

  /** The corners from the top left on: the two on the left, the upper first, and those opposite. */
  private static Quad corners(RotatedRect rectangle, float score) {
    float[][] points = new float[4][];
    try (Point2f corners = new Point2f(4)) {
      rectangle.points(corners);
      for (int i = 0; i < 4; i++) {
        Point2f corner = corners.position(i);
        points[i] = new float[] {corner.x(), corner.y()};
      }
      corners.position(0);
    }
    Arrays.sort(points, (a, b) -> Float.compare(a[0], b[0]));
    int topLeft = points[1][1] > points[0][1] ? 0 : 1;
    int topRight = points[3][1] > points[2][1] ? 2 : 3;
    float[][] ordered = {
      points[topLeft], points[topRight], points[5 - topRight], points[1 - topLeft]
    };
    float[] x = new float[4];
    float[] y = new float[4];
    for (int i = 0; i < 4; i++) {
      x[i] = ordered[i][0];
      y[i] = ordered[i][1];
    }
    return new Quad(x, y, score);
  }

  /** The mean of the probabilities inside. */
  private static double score(Quad quad, Mat map) {
    int left = clip(Math.floor(quad.box().x1()), map.cols());
    int top = clip(Math.floor(quad.box().y1()), map.rows());
    int right = clip(Math.ceil(quad.box().x2()), map.cols());
    int bottom = clip(Math.ceil(quad.box().y2()), map.rows());
    int[] flat = new int[8];
    for (int i = 0; i < 4; i++) {
      flat[2 * i] = (int) (quad.x()[i] - left);
      flat[2 * i + 1] = (int) (quad.y()[i] - top);
    }
    int[] count = {4};
    try (Scalar zero = Scalar.all(0);
        Scalar one = Scalar.all(1);
        Mat inside = new Mat(bottom - top + 1, right - left + 1, opencv_core.CV_8UC1, zero);
        Point points = new Point(4);
        Point origin = new Point(0, 0);
        Rect area = new Rect(left, top, right - left + 1, bottom - top + 1);
        Mat part = new Mat(map, area)) {
      new IntPointer(points).put(flat);
      opencv_imgproc.fillPoly(inside, points, count, 1, one, opencv_imgproc.LINE_8, 0, origin);
      try (Scalar mean = opencv_core.mean(part, inside)) {
        return mean.get(0);
      }
    }
  }

  private static int clip(double value, int size) {
    return (int) Math.max(0, Math.min(size - 1, value));
  }
}
