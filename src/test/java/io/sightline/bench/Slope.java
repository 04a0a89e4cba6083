package io.sightline.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * How something grows: the median of the slopes between any two points (Theil, 1950; Sen, 1968), to
 * which points far off mean little.
 */
final class Slope {
  private record Point(double x, double y) {}

  private final List<Point> points = new ArrayList<>();

  void add(double x, double y) {
    points.add(new Point(x, y));
  }

  /** Growth of y with each x, NaN for fewer than two points. */
  double median() {
    Sample slopes = new Sample();
    for (Point one : points) {
      for (Point other : points) {
        if (one.x < other.x) {
          slopes.add((other.y - one.y) / (other.x - one.x));
        }
      }
    }
    return slopes.median();
  }

  double least() {
    return points.stream().mapToDouble(Point::y).min().orElse(Double.NaN);
  }

  double most() {
    return points.stream().mapToDouble(Point::y).max().orElse(Double.NaN);
  }
}
