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
}
