package io.sightline.vision;

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
}
