package io.sightline.workflow.blocks.geometry;

import io.sightline.workflow.block.BlockException;
import java.util.Arrays;
import java.util.Comparator;

/** A polygon of four corners, clockwise as seen, the first one at the bottom left. */
final class Quadrilateral {
  private static final int BOTTOM_LEFT = 0;
  private static final int TOP_LEFT = 1;
  private static final int TOP_RIGHT = 2;
  private static final int BOTTOM_RIGHT = 3;

  /** Which side is meant, by its two corners in turn, and the corners that they slide towards. */
  enum Side {
    LEFT(BOTTOM_LEFT, TOP_LEFT, BOTTOM_RIGHT, TOP_RIGHT),
    RIGHT(TOP_RIGHT, BOTTOM_RIGHT, TOP_LEFT, BOTTOM_LEFT),
    BOTTOM(BOTTOM_RIGHT, BOTTOM_LEFT, TOP_RIGHT, TOP_LEFT),
    TOP(TOP_LEFT, TOP_RIGHT, BOTTOM_LEFT, BOTTOM_RIGHT);

    private final int first;
    private final int second;
    private final int fromFirst;
    private final int fromSecond;

    Side(int first, int second, int fromFirst, int fromSecond) {
      this.first = first;
      this.second = second;
      this.fromFirst = fromFirst;
      this.fromSecond = fromSecond;
    }

    /** The corner whose way tells how much the polygon grew. */
    private int measured() {
      return this == RIGHT || this == BOTTOM ? second : first;
    }
  }

  private final double[][] corners;

  private Quadrilateral(double[][] corners) {
    this.corners = corners;
  }

  /** Of four corners in any order. */
  static Quadrilateral of(double[][] polygon) {
    double centerX = min(polygon, 0) / 2 + max(polygon, 0) / 2;
    double centerY = min(polygon, 1) / 2 + max(polygon, 1) / 2;
    double[][] clockwise = polygon.clone();
    Arrays.sort(
        clockwise, Comparator.comparingDouble(p -> -Math.atan2(centerX - p[0], centerY - p[1])));
    return new Quadrilateral(startAtBottomLeft(clockwise));
  }

  /** Turned so that the corners are nearest to those of the upright rectangle around them. */
  private static double[][] startAtBottomLeft(double[][] polygon) {
    double left = min(polygon, 0);
    double right = max(polygon, 0);
    double top = min(polygon, 1);
    double bottom = max(polygon, 1);
    double[][] upright = {{left, bottom}, {left, top}, {right, top}, {right, bottom}};
    double[][] best = polygon;
    double least = distance(upright, polygon);
    for (int shift = 1; shift < 4; shift++) {
      double[][] turned = new double[4][];
      for (int i = 0; i < 4; i++) {
        turned[(i + shift) % 4] = polygon[i];
      }
      double distance = distance(upright, turned);
      if (distance < least || distance == least && turned[0][0] < best[0][0]) {
        least = distance;
        best = turned;
      }
    }
    return best;
  }

  private static double distance(double[][] a, double[][] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += length(a[i], b[i]);
    }
    return sum;
  }

  private static double length(double[] a, double[] b) {
    double dx = a[0] - b[0];
    double dy = a[1] - b[1];
    return Math.sqrt(dx * dx + dy * dy);
  }

  private static double min(double[][] points, int axis) {
    return Arrays.stream(points).mapToDouble(p -> p[axis]).min().orElseThrow();
  }

  private static double max(double[][] points, int axis) {
    return Arrays.stream(points).mapToDouble(p -> p[axis]).max().orElseThrow();
  }

  /** x and y of the corners: bottom left, top left, top right, bottom right. */
  double[][] corners() {
    return corners.clone();
  }

  /** Of the longer of the lower and the upper side. */
  double width() {
    return Math.max(
        length(corners[BOTTOM_LEFT], corners[BOTTOM_RIGHT]),
        length(corners[TOP_LEFT], corners[TOP_RIGHT]));
  }

  /** Of the longer of the left and the right side. */
  double height() {
    return Math.max(
        length(corners[BOTTOM_LEFT], corners[TOP_LEFT]),
        length(corners[BOTTOM_RIGHT], corners[TOP_RIGHT]));
  }

  /**
   * Moves a side outwards, its direction kept, until a point that lies beyond it is on it.
   *
   * @return how far a corner moved, 0 where the point is inside or not beyond this side
   */
  double extend(Side side, double x, double y) {
    double[] first = corners[side.first];
    double[] second = corners[side.second];
    if (contains(x, y) || isInner(first, second, x, y)) {
      return 0;
    }
    double[] before = corners[side.measured()];
    Line moved = Line.through(first, second).at(x, y);
    corners[side.first] = Line.through(first, corners[side.fromFirst]).meet(moved);
    corners[side.second] = Line.through(second, corners[side.fromSecond]).meet(moved);
    return length(corners[side.measured()], before);
  }

  /** True inside and on the border. */
  private boolean contains(double x, double y) {
    boolean inside = false;
    double[] from = corners[3];
    for (double[] to : corners) {
      double cross = (to[0] - from[0]) * (y - from[1]) - (to[1] - from[1]) * (x - from[0]);
      if (cross == 0
          && Math.min(from[0], to[0]) <= x
          && x <= Math.max(from[0], to[0])
          && Math.min(from[1], to[1]) <= y
          && y <= Math.max(from[1], to[1])) {
        return true;
      }
      if (from[1] > y != to[1] > y && cross > 0 == to[1] > from[1]) {
        inside = !inside;
      }
      from = to;
    }
    return inside;
  }

  private static boolean isInner(double[] from, double[] to, double x, double y) {
    return (to[0] - from[0]) * (y - from[1]) - (to[1] - from[1]) * (x - from[0]) > 0;
  }

  /**
   * A straight line.
   *
   * @param slope y for each x, NaN for an upright line
   * @param offset y where x is 0; x of an upright line
   */
  private record Line(double slope, double offset) {
    static Line through(double[] a, double[] b) {
      return a[0] == b[0]
          ? new Line(Double.NaN, a[0])
          : new Line((b[1] - a[1]) / (b[0] - a[0]), (a[1] * b[0] - b[1] * a[0]) / (b[0] - a[0]));
    }

    boolean upright() {
      return Double.isNaN(slope);
    }

    /** Of the same direction through a point. */
    Line at(double x, double y) {
      return new Line(slope, upright() ? x : y - slope * x);
    }

    /** Where both meet, rounded to whole pixels. */
    double[] meet(Line other) {
      if (upright() && other.upright()) {
        throw new BlockException("Both lines are vertical");
      }
      double x =
          upright()
              ? offset
              : other.upright() ? other.offset : (other.offset - offset) / (slope - other.slope);
      double y = upright() ? other.slope * x + other.offset : slope * x + offset;
      if (!(Math.abs(x) < 1e9 && Math.abs(y) < 1e9)) {
        throw new BlockException(
            "the perspective polygon cannot be extended: two of its sides are parallel");
      }
      return new double[] {Math.rint(x), Math.rint(y)};
    }
  }
}
