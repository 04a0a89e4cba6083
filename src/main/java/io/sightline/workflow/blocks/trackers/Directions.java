package io.sightline.workflow.blocks.trackers;

import io.sightline.vision.BoundingBox;
import io.sightline.vision.Detection;
import io.sightline.vision.Detections;
import java.util.Arrays;
import java.util.List;

/**
 * How well the way from a track to a detection fits the way that the track took, for each pair: by
 * the angle between the two, from 0.5 for the same direction to -0.5 for the opposite one.
 */
final class Directions {
  private static final int TERMS = 17;

  /** Of the power series of the arc sine. */
  private static final double[] SERIES = series();

  private float[] bonuses = {};
  private double[] centers = {};

  private static double[] series() {
    double[] terms = new double[TERMS];
    terms[0] = 1;
    for (int n = 1; n < TERMS; n++) {
      terms[n] = terms[n - 1] * (2 * n - 1) / (2 * n);
    }
    for (int n = 1; n < TERMS; n++) {
      terms[n] /= 2 * n + 1;
    }
    return terms;
  }

  /**
   * @param weight of the angle, beside the detection's confidence
   * @return a row for each track, valid until the next call
   */
  float[] measure(List<OcSortTrack> tracks, Detections detections, Indices chosen, float weight) {
    int width = chosen.size();
    if (bonuses.length < tracks.size() * width) {
      bonuses = new float[tracks.size() * width];
    }
    if (centers.length < 2 * width) {
      centers = new double[4 * width];
    }
    for (int j = 0; j < width; j++) {
      BoundingBox box = detections.items().get(chosen.get(j)).box();
      centers[2 * j] = ((double) box.x1() + box.x2()) / 2;
      centers[2 * j + 1] = ((double) box.y1() + box.y2()) / 2;
    }
    for (int i = 0; i < tracks.size(); i++) {
      row(tracks.get(i), i * width, width);
    }
    for (int j = 0; j < width; j++) {
      Detection detection = detections.items().get(chosen.get(j));
      for (int k = j; k < tracks.size() * width; k += width) {
        bonuses[k] = weight * (float) (bonuses[k] * detection.confidence());
      }
    }
    return bonuses;
  }

  private void row(OcSortTrack track, int at, int width) {
    if (!track.moving()) {
      Arrays.fill(bonuses, at, at + width, 0);
      return;
    }
    BoundingBox from = track.origin();
    double x0 = ((double) from.x1() + from.x2()) / 2;
    double y0 = ((double) from.y1() + from.y2()) / 2;
    double directionX = track.directionX();
    double directionY = track.directionY();
    for (int j = 0; j < width; j++) {
      double x = centers[2 * j] - x0;
      double y = centers[2 * j + 1] - y0;
      double length = Math.sqrt(x * x + y * y) + 1e-6;
      double cosine = directionX * (x / length) + directionY * (y / length);
      bonuses[at + j] = (float) (arcSine(Math.max(-1, Math.min(1, cosine))) / Math.PI);
    }
  }

  /** To 10 digits, which is more than is kept; several times quicker than the exact one. */
  static double arcSine(double sine) {
    double size = Math.abs(sine);
    double angle = size <= 0.5 ? sum(size) : Math.PI / 2 - 2 * sum(Math.sqrt((1 - size) / 2));
    return Math.copySign(angle, sine);
  }

  private static double sum(double x) {
    double square = x * x;
    double sum = SERIES[TERMS - 1];
    for (int n = TERMS - 2; n >= 0; n--) {
      sum = sum * square + SERIES[n];
    }
    return sum * x;
  }
}
