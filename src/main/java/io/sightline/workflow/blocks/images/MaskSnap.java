package io.sightline.workflow.blocks.images;

import io.sightline.vision.Mask;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.MatVector;
import org.bytedeco.opencv.opencv_core.Point;
import org.bytedeco.opencv.opencv_core.Scalar;

/** Moves each point of a mask's outline across it to the best edge near. */
final class MaskSnap {
  /** How many points ahead and behind decide where across is. */
  private static final int TANGENT = 5;

  private static final float SHORT = 1e-6f;

  private final EdgeMap edges;
  private final int tolerance;

  private Mask mask;
  private float[] depths;
  private int left;
  private int top;
  private int width;

  /**
   * @param tolerance how far points may move, pixels
   */
  MaskSnap(EdgeMap edges, int tolerance) {
    this.edges = edges;
    this.tolerance = tolerance;
  }

  /** A mask of the moved outlines. */
  Mask snapped(Mask original) {
    if (original.isEmpty()) {
      return original;
    }
    mask = original;
    left = Math.max(0, mask.left() - 1);
    top = Math.max(0, mask.top() - 1);
    int right = Math.min(edges.width(), mask.left() + mask.width() + 1);
    int bottom = Math.min(edges.height(), mask.top() + mask.height() + 1);
    width = right - left;
    Mask moved = Mask.empty(edges.width(), edges.height());
    try (Mat own = mask.region();
        Mat region = new Mat();
        Scalar zero = Scalar.all(0);
        MatVector outlines = new MatVector();
        Point offset = new Point(left, top)) {
      opencv_core.copyMakeBorder(
          own,
          region,
          mask.top() - top,
          bottom - mask.top() - mask.height(),
          mask.left() - left,
          right - mask.left() - mask.width(),
          opencv_core.BORDER_CONSTANT,
          zero);
      measure(region);
      opencv_imgproc.findContours(
          region, outlines, opencv_imgproc.RETR_EXTERNAL, opencv_imgproc.CHAIN_APPROX_NONE, offset);
      for (long i = 0; i < outlines.size(); i++) {
        try (Mat outline = outlines.get(i)) {
          int[][] points = moved(points(outline));
          moved = moved.union(Mask.ofPolygon(edges.width(), edges.height(), points));
        }
      }
    }
    return moved;
  }

  /** How deep in the mask each pixel lies. */
  private void measure(Mat region) {
    try (Mat distances = new Mat()) {
      opencv_imgproc.distanceTransform(
          region, distances, opencv_imgproc.DIST_L2, opencv_imgproc.DIST_MASK_PRECISE);
      depths = new float[distances.rows() * distances.cols()];
      try (FloatPointer data = new FloatPointer(distances.data())) {
        data.get(depths);
      }
    }
  }

  private static int[] points(Mat outline) {
    int[] points = new int[outline.rows() * 2];
    try (IntPointer data = new IntPointer(outline.data())) {
      data.get(points);
    }
    return points;
  }

  private int[][] moved(int[] outline) {
    int count = outline.length / 2;
    int[][] moved = new int[count][];
    for (int i = 0; i < count; i++) {
      int before = 2 * Math.floorMod(i - TANGENT, count);
      int after = 2 * Math.floorMod(i + TANGENT, count);
      float alongX = outline[after] - outline[before];
      float alongY = outline[after + 1] - outline[before + 1];
      float length = (float) Math.sqrt(alongX * alongX + alongY * alongY);
      int x = outline[2 * i];
      int y = outline[2 * i + 1];
      moved[i] =
          length < SHORT ? new int[] {x, y} : best(x, y, -(alongY / length), alongX / length);
    }
    return moved;
  }

  /**
   * The strongest and nearest edge in this direction or its opposite; the point itself for none.
   */
  private int[] best(int x, int y, float acrossX, float acrossY) {
    int[] best = {x, y};
    double most = 0;
    for (int sign = 1; sign >= -1; sign -= 2) {
      for (int distance = 1; distance <= tolerance; distance++) {
        int toX = (int) Math.rint(x + sign * acrossX * distance);
        int toY = (int) Math.rint(y + sign * acrossY * distance);
        if (edges.at(toX, toY) && reachable(toX, toY)) {
          double nearness = 1 - (double) distance / (tolerance + 1);
          double score = edges.strength(toX, toY) * nearness;
          if (score > most) {
            most = score;
            best = new int[] {toX, toY};
          }
        }
      }
    }
    return best;
  }

  /** Outside of the mask, or not too deep in it. */
  private boolean reachable(int x, int y) {
    return !mask.at(x, y) || depths[(y - top) * width + x - left] <= tolerance;
  }
}
