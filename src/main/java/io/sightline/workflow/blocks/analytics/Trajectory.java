package io.sightline.workflow.blocks.analytics;

import java.util.Arrays;

/**
 * The way of one track and its discrete Fréchet distance to a reference path: the shortest leash
 * that lets somebody go along the one and a dog along the other, neither ever going back.
 */
final class Trajectory {
  /** So many of the last places are kept for the case that another reference path is given. */
  private static final int KEPT_PLACES = 1024;

  private double[] places = new double[8];
  private int count;
  private double[][] reference;

  /** The leash for the way until now and the reference path until each of its points. */
  private double[] leashes;

  /**
   * Goes on to a place.
   *
   * @param to the reference path, the same array as long as it is the same
   * @return the distance of the way so far, pixels
   */
  double extend(double x, double y, double[][] to) {
    keep(x, y);
    if (to == reference) {
      leashes = next(leashes, x, y, to);
    } else {
      reference = to;
      leashes = null;
      for (int i = 0; i < count; i++) {
        leashes = next(leashes, places[2 * i], places[2 * i + 1], to);
      }
    }
    return leashes[leashes.length - 1];
  }

  private void keep(double x, double y) {
    if (count == KEPT_PLACES) {
      System.arraycopy(places, 2, places, 0, 2 * (count - 1));
      count--;
    } else if (2 * count == places.length) {
      places = Arrays.copyOf(places, 2 * places.length);
    }
    places[2 * count] = x;
    places[2 * count + 1] = y;
    count++;
  }

  /** The leashes with one place more; {@code before} is written over. */
  private static double[] next(double[] before, double x, double y, double[][] to) {
    boolean start = before == null;
    double[] row = start ? new double[to.length] : before;
    double diagonal = 0;
    for (int j = 0; j < row.length; j++) {
      double dx = x - to[j][0];
      double dy = y - to[j][1];
      double distance = Math.sqrt(dx * dx + dy * dy);
      double above = row[j];
      double best;
      if (start) {
        best = j == 0 ? 0 : row[j - 1];
      } else {
        best = j == 0 ? above : Math.min(above, Math.min(diagonal, row[j - 1]));
      }
      row[j] = Math.max(best, distance);
      diagonal = above;
    }
    return row;
  }
}
