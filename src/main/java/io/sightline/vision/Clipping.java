package io.sightline.vision;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * Cuts shapes at a rectangle a little larger than the picture, so that coordinates far outside
 * neither overflow nor take time, and what is seen stays the same.
 *
 * @param minX left edge, pixels
 * @param minY top edge, pixels
 * @param maxX right edge, pixels
 * @param maxY bottom edge, pixels
 */
record Clipping(double minX, double minY, double maxX, double maxY) {
  /** Coordinates up to here are left alone. */
  private static final int NEAR = 1 << 14;

  private static final int[] NOTHING = {};

  /** Around what a stroke of this thickness may touch. */
  static Clipping around(Mat pixels, int thickness) {
    int margin = Math.max(0, thickness) + 2;
    return new Clipping(-margin, -margin, pixels.cols() + margin, pixels.rows() + margin);
  }

  static boolean isNear(long coordinate) {
    return coordinate >= -NEAR && coordinate <= NEAR;
  }

  static boolean areNear(int[][] points) {
    for (int[] point : points) {
      if (!isNear(point[0]) || !isNear(point[1])) {
        return false;
      }
    }
    return true;
  }

  /** The part of a line inside as x1, y1, x2, y2; empty where there is none (Liang and Barsky). */
  int[] line(double x1, double y1, double x2, double y2) {
    double dx = x2 - x1;
    double dy = y2 - y1;
    double[] ahead = {-dx, dx, -dy, dy};
    double[] room = {x1 - minX, maxX - x1, y1 - minY, maxY - y1};
    double begin = 0;
    double end = 1;
    for (int i = 0; i < 4; i++) {
      double at = room[i] / ahead[i];
      if (ahead[i] == 0 && room[i] < 0) {
        return NOTHING;
      }
      if (ahead[i] < 0) {
        begin = Math.max(begin, at);
      } else if (ahead[i] > 0) {
        end = Math.min(end, at);
      }
    }
    return begin > end
        ? NOTHING
        : new int[] {
          rounded(x1 + begin * dx),
          rounded(y1 + begin * dy),
          rounded(x1 + end * dx),
          rounded(y1 + end * dy)
        };
  }

  /** The part of a polygon inside (Sutherland and Hodgman); may be empty. */
  int[][] polygon(int[][] points) {
    List<double[]> inside = new ArrayList<>(points.length);
    for (int[] point : points) {
      inside.add(new double[] {point[0], point[1]});
    }
    inside = side(inside, 0, 1, minX);
    inside = side(inside, 0, -1, -maxX);
    inside = side(inside, 1, 1, minY);
    inside = side(inside, 1, -1, -maxY);
    int[][] rounded = new int[inside.size()][];
    for (int i = 0; i < rounded.length; i++) {
      rounded[i] = new int[] {rounded(inside.get(i)[0]), rounded(inside.get(i)[1])};
    }
    return rounded;
  }

  /** What has {@code sign * coordinate >= limit}. */
  private static List<double[]> side(List<double[]> points, int axis, int sign, double limit) {
    List<double[]> kept = new ArrayList<>(points.size() + 4);
    for (int i = 0; i < points.size(); i++) {
      double[] a = points.get((i + points.size() - 1) % points.size());
      double[] b = points.get(i);
      double before = sign * a[axis] - limit;
      double here = sign * b[axis] - limit;
      if (before < 0 != here < 0) {
        double share = before / (before - here);
        kept.add(new double[] {a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])});
      }
      if (here >= 0) {
        kept.add(b);
      }
    }
    return kept;
  }

  private static int rounded(double value) {
    return (int) Math.rint(value);
  }
}
