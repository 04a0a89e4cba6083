package io.sightline.workflow.blocks.images;

import java.util.Arrays;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;

/** The direction in which most of a picture's edges change from dark to bright. */
final class EdgeDirection {
  private static final int BINS = 180;

  /** Only gradients as strong as those of this part of the pixels count. */
  private static final float STRONG = 0.8f;

  private static final float WEAKEST = 1e-6f;

  /** By how many standard deviations the best direction must stand out. */
  private static final double DISTINCT = 1.5;

  /** Directions this near to the best one decide it, degrees. */
  private static final float NEAR = 3;

  private final float[] directions;
  private final double[] weights;

  private EdgeDirection(float[] gradientX, float[] gradientY) {
    float[] strengths = new float[gradientX.length];
    for (int i = 0; i < strengths.length; i++) {
      strengths[i] = (float) Math.hypot(gradientX[i], gradientY[i]);
    }
    float least = Math.max(quantile(strengths.clone()), WEAKEST);
    directions = new float[strengths.length];
    weights = new double[strengths.length];
    for (int i = 0; i < strengths.length; i++) {
      if (strengths[i] >= least) {
        float degrees = (float) Math.toDegrees((float) Math.atan2(gradientY[i], gradientX[i]));
        directions[i] = degrees < 0 ? degrees + BINS : degrees % BINS;
        weights[i] = strengths[i];
      }
    }
  }

  /**
   * @param prepared grey, 32-bit
   * @return degrees from 0 to 180, clockwise from level; not a number where none stands out
   */
  static double of(Mat prepared) {
    EdgeDirection edges = new EdgeDirection(gradient(prepared, 1, 0), gradient(prepared, 0, 1));
    double[] smooth = smooth(edges.histogram());
    double[] sorted = smooth.clone();
    Arrays.sort(sorted);
    double median = (sorted[BINS / 2 - 1] + sorted[BINS / 2]) / 2;
    if ((sorted[BINS - 1] - median) / (deviation(smooth) + 1e-9) < DISTINCT) {
      return Double.NaN;
    }
    int peak = 0;
    while (smooth[peak] < sorted[BINS - 1]) {
      peak++;
    }
    return edges.around(peak + 0.5f);
  }

  private static float[] gradient(Mat prepared, int dx, int dy) {
    float[] values = new float[prepared.rows() * prepared.cols()];
    try (Mat gradient = new Mat()) {
      opencv_imgproc.Sobel(prepared, gradient, opencv_core.CV_32F, dx, dy);
      try (FloatPointer data = new FloatPointer(gradient.data())) {
        data.get(values);
      }
    }
    return values;
  }

  /** The strength that {@link #STRONG} of them do not exceed; sorts them. */
  private static float quantile(float[] strengths) {
    Arrays.sort(strengths);
    float place = (strengths.length - 1) * STRONG;
    int below = (int) Math.floor(place);
    float fraction = place - below;
    float low = strengths[below];
    float high = strengths[Math.min(strengths.length - 1, below + 1)];
    return fraction < 0.5f ? low + (high - low) * fraction : high - (high - low) * (1 - fraction);
  }

  private double[] histogram() {
    double[] histogram = new double[BINS];
    for (int i = 0; i < directions.length; i++) {
      histogram[Math.min(BINS - 1, (int) directions[i])] += weights[i];
    }
    return histogram;
  }

  private static double[] smooth(double[] histogram) {
    double[] smooth = new double[BINS];
    for (int i = 0; i < BINS; i++) {
      for (int d = -2; d <= 2; d++) {
        smooth[i] += histogram[Math.floorMod(i + d, BINS)] / 5;
      }
    }
    return smooth;
  }

  private static double deviation(double[] values) {
    double mean = Arrays.stream(values).average().orElse(0);
    return Math.sqrt(Arrays.stream(values).map(v -> (v - mean) * (v - mean)).average().orElse(0));
  }

  /** The weighted mean of the directions around a peak, over doubled angles: 0 is 180. */
  private double around(float peak) {
    double sine = 0;
    double cosine = 0;
    boolean any = false;
    for (int i = 0; i < directions.length; i++) {
      float distance = Math.abs(directions[i] - peak);
      if (weights[i] > 0 && Math.min(distance, BINS - distance) <= NEAR) {
        double doubled = (float) Math.toRadians(2 * directions[i]);
        sine += weights[i] * Math.sin(doubled);
        cosine += weights[i] * Math.cos(doubled);
        any = true;
      }
    }
    return any ? 0.5 * Math.toDegrees(Math.atan2(sine, cosine)) : peak;
  }
}
