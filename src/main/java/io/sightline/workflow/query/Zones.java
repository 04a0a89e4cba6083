package io.sightline.workflow.query;

import java.util.List;

/** Whether a point lies inside a polygon. */
final class Zones {
  private Zones() {}

  /** True strictly inside: a point on the border is outside, any is where there are no corners. */
  static boolean contains(Object point, Object zone) {
    double[] p = numbers(point);
    if (Sequences.lengthOrMinusOne(zone) == 0) {
      return false;
    }
    if (!(zone instanceof List<?> corners) || corners.size() < 3) {
      throw new IllegalArgumentException("a zone is a list of at least 3 points");
    }
    boolean inside = false;
    double[] from = numbers(corners.get(corners.size() - 1));
    for (Object corner : corners) {
      double[] to = numbers(corner);
      if (onSegment(p, from, to)) {
        return false;
      }
      boolean crosses = from[1] > p[1] != to[1] > p[1];
      if (crosses && p[0] < (to[0] - from[0]) * (p[1] - from[1]) / (to[1] - from[1]) + from[0]) {
        inside = !inside;
      }
      from = to;
    }
    return inside;
  }

  private static boolean onSegment(double[] p, double[] a, double[] b) {
    double cross = (b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0]);
    return cross == 0
        && Math.min(a[0], b[0]) <= p[0]
        && p[0] <= Math.max(a[0], b[0])
        && Math.min(a[1], b[1]) <= p[1]
        && p[1] <= Math.max(a[1], b[1]);
  }

  private static double[] numbers(Object point) {
    if (point instanceof List<?> list
        && list.size() >= 2
        && list.get(0) instanceof Number x
        && list.get(1) instanceof Number y) {
      return new double[] {x.doubleValue(), y.doubleValue()};
    }
    throw new IllegalArgumentException(
        "a point is a list of two numbers, not " + Python.brief(point));
  }
}
