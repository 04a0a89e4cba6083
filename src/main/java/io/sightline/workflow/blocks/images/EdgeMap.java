package io.sightline.workflow.blocks.images;

import io.sightline.vision.Pixels;
import java.util.Arrays;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.MatVector;
import org.bytedeco.opencv.opencv_core.Point;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/** The edges of a picture: where its gradient stands out of its surroundings. */
final class EdgeMap {
  private final int width;
  private final int height;
  private final float[] strengths;
  private byte[] edges;

  /**
   * @param grey 8-bit
   * @param window side of the surroundings, pixels; the next odd number counts
   * @param sigma by how many standard deviations an edge stands out
   * @param closing how many pixels gaps are closed from either side
   */
  EdgeMap(Mat grey, int window, double sigma, int closing) {
    width = grey.cols();
    height = grey.rows();
    int side = Math.max(3, window) | 1;
    try (Mat strength = strength(grey);
        Mat squared = new Mat();
        Mat mean = new Mat();
        Mat squaredMean = new Mat();
        Size size = new Size(side, side)) {
      opencv_core.multiply(strength, strength, squared);
      opencv_imgproc.boxFilter(strength, mean, opencv_core.CV_32F, size);
      opencv_imgproc.boxFilter(squared, squaredMean, opencv_core.CV_32F, size);
      strengths = floats(strength);
      edges = standingOut(strengths, floats(mean), floats(squaredMean), (float) sigma);
    }
    if (closing > 0) {
      close(closing);
      edges = Thinning.once(edges, width, height);
    }
  }

  private static Mat strength(Mat grey) {
    Mat strength = new Mat();
    try (Mat across = new Mat();
        Mat down = new Mat()) {
      opencv_imgproc.Sobel(grey, across, opencv_core.CV_32F, 1, 0);
      opencv_imgproc.Sobel(grey, down, opencv_core.CV_32F, 0, 1);
      opencv_core.magnitude(across, down, strength);
    }
    return strength;
  }

  private static float[] floats(Mat mat) {
    float[] values = new float[mat.rows() * mat.cols()];
    try (FloatPointer data = new FloatPointer(mat.data())) {
      data.get(values);
    }
    return values;
  }

  private static byte[] standingOut(float[] values, float[] means, float[] squares, float sigma) {
    byte[] out = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      float deviation = (float) Math.sqrt(Math.max(squares[i] - means[i] * means[i], 0));
      out[i] = (byte) (values[i] > means[i] + sigma * deviation ? 1 : 0);
    }
    return out;
  }

  private void close(int times) {
    try (Mat map = mat(edges, width, height);
        Size size = new Size(3, 3);
        Mat kernel = opencv_imgproc.getStructuringElement(opencv_imgproc.MORPH_RECT, size);
        Point center = new Point(-1, -1);
        Scalar border = opencv_imgproc.morphologyDefaultBorderValue()) {
      opencv_imgproc.morphologyEx(
          map,
          map,
          opencv_imgproc.MORPH_CLOSE,
          kernel,
          center,
          times,
          opencv_core.BORDER_CONSTANT,
          border);
      edges = new Pixels().read(map);
    }
  }

  private static Mat mat(byte[] pixels, int width, int height) {
    Mat mat = new Mat(height, width, opencv_core.CV_8UC1);
    mat.data().put(pixels);
    return mat;
  }

  /** Leaves only the edges where {@code wanted} is not 0. */
  void keep(byte[] wanted) {
    for (int i = 0; i < edges.length; i++) {
      edges[i] *= wanted[i];
    }
  }

  /** Leaves only the edges whose outlines, gaps closed, hold at least this many square pixels. */
  void dropSmall(double area) {
    if (area <= 0) {
      return;
    }
    try (Mat map = mat(edges, width, height);
        Mat labels = new Mat();
        Mat stats = new Mat();
        Mat centers = new Mat()) {
      int count =
          opencv_imgproc.connectedComponentsWithStats(
              map, labels, stats, centers, 8, opencv_core.CV_32S);
      int[] label = ints(labels, edges.length);
      int[] boxes = ints(stats, count * stats.cols());
      boolean[] large = new boolean[count];
      for (int i = 1; i < count; i++) {
        int[] box = Arrays.copyOfRange(boxes, i * stats.cols(), (i + 1) * stats.cols());
        large[i] = outlined(label, i, box, area) >= area;
      }
      for (int i = 0; i < edges.length; i++) {
        edges[i] = (byte) (large[label[i]] ? 1 : 0);
      }
    }
  }

  private static int[] ints(Mat mat, int count) {
    int[] values = new int[count];
    try (IntPointer data = new IntPointer(mat.data())) {
      data.get(values);
    }
    return values;
  }

  /** The area inside of an edge's outline; 0 where its box, x, y, width, height, is too small. */
  private double outlined(int[] labels, int label, int[] box, double least) {
    if ((double) (box[2] - 1) * (box[3] - 1) < least) {
      return 0;
    }
    byte[] own = new byte[box[2] * box[3]];
    for (int i = 0; i < own.length; i++) {
      int at = (box[1] + i / box[2]) * width + box[0] + i % box[2];
      own[i] = (byte) (labels[at] == label ? 1 : 0);
    }
    double largest = 0;
    try (Mat part = mat(own, box[2], box[3]);
        MatVector found = new MatVector()) {
      opencv_imgproc.findContours(
          part, found, opencv_imgproc.RETR_EXTERNAL, opencv_imgproc.CHAIN_APPROX_NONE);
      for (long i = 0; i < found.size(); i++) {
        try (Mat outline = found.get(i)) {
          largest = Math.max(largest, opencv_imgproc.contourArea(outline));
        }
      }
    }
    return largest;
  }

  /** Not 0 at edges, row by row. */
  byte[] pixels() {
    return edges;
  }

  /** True at edges; false outside of the picture. */
  boolean at(int x, int y) {
    return x >= 0 && y >= 0 && x < width && y < height && edges[y * width + x] != 0;
  }

  /** How strong the gradient at a pixel of the picture is. */
  float strength(int x, int y) {
    return strengths[y * width + x];
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }
}
