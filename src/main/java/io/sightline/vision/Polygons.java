package io.sightline.vision;

import java.util.List;

/** Measures of polygons, points as x and y. */
public final class Polygons {
  private Polygons() {}

  /** The area inside, whichever way round; 0 for fewer than three points. */
  public static double area(int[][] polygon) {
    long twice = 0;
    for (int i = 0, j = polygon.length - 1; i < polygon.length; j = i++) {
      twice += (long) polygon[j][0] * polygon[i][1] - (long) polygon[i][0] * polygon[j][1];
    }
    return Math.abs(twice) / 2.0;
  }

  /** The first of those with the most points, at least three; null where none has so many. */
  public static int[][] longest(List<int[][]> polygons) {
    int[][] longest = null;
    for (int[][] polygon : polygons) {
      if (polygon.length >= 3 && (longest == null || polygon.length > longest.length)) {
        longest = polygon;
      }
    }
    return longest;
  }

  /** The box around at least one point. */
  public static BoundingBox box(int[][] polygon) {
    int x1 = Integer.MAX_VALUE;
    int y1 = Integer.MAX_VALUE;
    int x2 = Integer.MIN_VALUE;
    int y2 = Integer.MIN_VALUE;
    for (int[] point : polygon) {
      x1 = Math.min(x1, point[0]);
      y1 = Math.min(y1, point[1]);
      x2 = Math.max(x2, point[0]);
      y2 = Math.max(y2, point[1]);
    }
    return new BoundingBox(x1, y1, x2, y2);
  }

  /** The polygon with the largest area, of several the first; null where there is none. */
  static int[][] largest(Iterable<int[][]> polygons) {
    int[][] largest = null;
    double area = -1;
    for (int[][] polygon : polygons) {
      double own = area(polygon);
      if (own > area) {
        area = own;
        largest = polygon;
      }
    }
    return largest;
  }
}
