package io.sightline.workflow.blocks.tracks;

import java.util.ArrayDeque;

/** Kalman filter of an object's velocity, fed with the mean of the last measurements. */
final class SmoothedVelocity {
  private static final double PROCESS_NOISE = 0.001;
  private static final double MEASUREMENT_NOISE = 0.01;

  private final int window;
  private final ArrayDeque<double[]> history = new ArrayDeque<>();
  private double x;
  private double y;
  private double variance = 1;

  /**
   * @param window how many measurements are averaged
   */
  SmoothedVelocity(int window, double x, double y) {
    this.window = window;
    this.x = x;
    this.y = y;
    history.addFirst(new double[] {x, y});
  }

  void measure(double newX, double newY) {
    if (history.size() == window) {
      history.removeLast();
    }
    history.addFirst(new double[] {newX, newY});
    double meanX = 0;
    double meanY = 0;
    for (double[] measurement : history) {
      meanX += measurement[0];
      meanY += measurement[1];
    }
    double gain = variance / (variance + MEASUREMENT_NOISE);
    x += gain * (meanX / history.size() - x);
    y += gain * (meanY / history.size() - y);
    variance -= gain * variance;
  }

  /** One frame later. */
  void predict() {
    variance += PROCESS_NOISE;
  }

  /** Not measured in a frame: forgets the newest measurement; true where none is left. */
  boolean missed() {
    history.pollFirst();
    return history.isEmpty();
  }

  double x() {
    return x;
  }

  double y() {
    return y;
  }
}
