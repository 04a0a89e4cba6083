package io.sightline.workflow.blocks.geometry;

import io.sightline.workflow.block.BlockException;
import java.util.ArrayList;
import java.util.List;

/**
 * Lays a polygon's edges along an outline: each becomes the line with the least squares of vertical
 * distances to the outline's points between its ends.
 *
 * @param fraction the part of those points that counts, in the middle; 0 to 1
 */
record FittedEdges(int[][] outline, double fraction) {
  private static final double ABSOLUTE = 1e-8;
  private static final double RELATIVE = 1e-5;

  /**
   * @param slope y for each x
   * @param offset y where x is 0
   */
  private record Line(double slope, double offset) {
    boolean parallel(Line other) {
      return Math.abs(slope - other.slope) <= ABSOLUTE + RELATIVE * Math.abs(other.slope);
    }
  }

  /** The polygon with its corners where the lines of neighbouring edges meet. */
  int[][] fit(int[][] polygon) {
    List<Line> lines = new ArrayList<>(polygon.length);
    for (int i = 0; i < polygon.length; i++) {
      lines.add(line(between(polygon[(i + polygon.length - 1) % polygon.length], polygon[i])));
    }
    int[][] corners = new int[polygon.length][];
    for (int i = 0; i < corners.length; i++) {
      corners[i] = meet(lines.get(i), lines.get((i + 1) % lines.size()));
    }
    return corners;
  }

  /** The outline's points that count, from the one nearest to a corner to that of the next. */
  private List<int[]> between(int[] start, int[] end) {
    int from = nearest(start);
    int to = nearest(end);
    List<int[]> points = new ArrayList<>();
    for (int i = from; ; i = (i + 1) % outline.length) {
      points.add(outline[i]);
      if (i == to) {
        break;
      }
    }
    long kept = (long) Math.rint(points.size() * fraction);
    if (fraction < 1 && kept > 2) {
      int discarded = (int) Math.floorDiv(points.size() - kept, 2L);
      return points.subList(discarded, points.size() - discarded);
    }
    return points;
  }

  private int nearest(int[] corner) {
    int nearest = 0;
    long least = Long.MAX_VALUE;
    for (int i = 0; i < outline.length; i++) {
      long dx = outline[i][0] - corner[0];
      long dy = outline[i][1] - corner[1];
      if (dx * dx + dy * dy < least) {
        least = dx * dx + dy * dy;
        nearest = i;
      }
    }
    return nearest;
  }

  /** The solution of least length where the points lie one above the other; null for one point. */
  private static Line line(List<int[]> points) {
    if (points.size() < 2) {
      return null;
    }
    double meanX = points.stream().mapToDouble(p -> p[0]).sum() / points.size();
    double meanY = points.stream().mapToDouble(p -> p[1]).sum() / points.size();
    double squares = 0;
    double products = 0;
    for (int[] point : points) {
      squares += (point[0] - meanX) * (point[0] - meanX);
      products += (point[0] - meanX) * (point[1] - meanY);
    }
    if (squares == 0) {
      double share = meanY / (meanX * meanX + 1);
      return new Line(meanX * share, share);
    }
    double slope = products / squares;
    return new Line(slope, meanY - slope * meanX);
  }

  private static int[] meet(Line a, Line b) {
    if (a == null || b == null || a.parallel(b)) {
      throw new BlockException(
          "apply_least_squares: neighbouring edges of a polygon do not meet; it has too many"
              + " corners for its outline");
    }
    double x = (b.offset - a.offset) / (a.slope - b.slope);
    return new int[] {(int) Math.rint(x), (int) Math.rint(a.slope * x + a.offset)};
  }
}
