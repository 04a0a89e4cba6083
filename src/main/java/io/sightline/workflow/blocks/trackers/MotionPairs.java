package io.sightline.workflow.blocks.trackers;

import java.nio.FloatBuffer;
import org.bytedeco.opencv.opencv_core.Point2f;

/** Places of a frame and where they are in the next one. */
final class MotionPairs {
  /** Fewer pairs tell nothing. */
  static final int LEAST = 5;

  private static final double USUAL = 2.5;

  private final float[] from;
  private final float[] to;
  private int count;

  MotionPairs(int capacity) {
    from = new float[2 * capacity];
    to = new float[2 * capacity];
  }

  /** Takes a pair that is not farther apart than this. */
  void add(Point2f before, Point2f now, double farthestX, double farthestY) {
    if (Math.abs(before.x() - now.x()) < farthestX && Math.abs(before.y() - now.y()) < farthestY) {
      from[2 * count] = before.x();
      from[2 * count + 1] = before.y();
      to[2 * count] = now.x();
      to[2 * count + 1] = now.y();
      count++;
    }
  }

  /** Lets go of shifts far from the others' mean; returns how many are left. */
  int keepUsual() {
    if (count < LEAST) {
      return count;
    }
    double[] x = spread(0);
    double[] y = spread(1);
    int kept = 0;
    for (int i = 0; i < count; i++) {
      if (usual(i, 0, x) && usual(i, 1, y)) {
        System.arraycopy(from, 2 * i, from, 2 * kept, 2);
        System.arraycopy(to, 2 * i, to, 2 * kept, 2);
        kept++;
      }
    }
    count = kept;
    return count;
  }

  private boolean usual(int pair, int axis, double[] spread) {
    return Math.abs(shift(pair, axis) - spread[0]) < USUAL * spread[1];
  }

  private double shift(int pair, int axis) {
    return from[2 * pair + axis] - to[2 * pair + axis];
  }

  /** Mean and standard deviation of the shifts. */
  private double[] spread(int axis) {
    double mean = 0;
    for (int i = 0; i < count; i++) {
      mean += shift(i, axis) / count;
    }
    double squares = 0;
    for (int i = 0; i < count; i++) {
      double off = shift(i, axis) - mean;
      squares += off * off / count;
    }
    return new double[] {mean, Math.sqrt(squares) + 1e-6};
  }

  void copy(FloatBuffer intoFrom, FloatBuffer intoTo) {
    intoFrom.put(from, 0, 2 * count);
    intoTo.put(to, 0, 2 * count);
  }
}
