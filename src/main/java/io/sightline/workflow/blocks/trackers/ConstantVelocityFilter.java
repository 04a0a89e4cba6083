package io.sightline.workflow.blocks.trackers;

/**
 * Kalman filter of an object that moves evenly: four quantities that are measured each frame, and
 * the velocities of the first of them, a frame being the unit of time.
 */
final class ConstantVelocityFilter {
  static final int MEASURED = 4;

  private final int velocities;
  private final int size;
  private final double[] mean;
  private final double[] covariance;
  private final double[] gain;
  private final double[] projected;
  private final double[] lower = new double[MEASURED * MEASURED];

  /**
   * @param velocities how many of the quantities change evenly; the rest stay as they are
   */
  ConstantVelocityFilter(int velocities) {
    this.velocities = velocities;
    size = MEASURED + velocities;
    mean = new double[size];
    covariance = new double[size * size];
    gain = new double[size * MEASURED];
    projected = new double[size * MEASURED];
  }

  /** The quantities and behind them the velocities, open to the track that owns this filter. */
  double[] mean() {
    return mean;
  }

  /**
   * Starts at rest.
   *
   * @param variances of the quantities and velocities, which are independent
   */
  void start(double[] measurement, double[] variances) {
    System.arraycopy(measurement, 0, mean, 0, MEASURED);
    java.util.Arrays.fill(mean, MEASURED, size, 0);
    java.util.Arrays.fill(covariance, 0);
    for (int i = 0; i < size; i++) {
      covariance[i * size + i] = variances[i];
    }
  }

  /**
   * One frame later.
   *
   * @param noise variances that the frame adds to the quantities and velocities
   */
  void predict(double[] noise) {
    for (int i = 0; i < velocities; i++) {
      mean[i] += mean[MEASURED + i];
      for (int j = 0; j < size; j++) {
        covariance[i * size + j] += covariance[(MEASURED + i) * size + j];
      }
    }
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < velocities; j++) {
        covariance[i * size + j] += covariance[i * size + MEASURED + j];
      }
      covariance[i * size + i] += noise[i];
    }
  }

  /**
   * Corrects the state by what was seen.
   *
   * @param noise variances of the measurement
   */
  void update(double[] measurement, double[] noise) {
    factor(noise);
    for (int i = 0; i < size; i++) {
      System.arraycopy(covariance, i * size, projected, i * MEASURED, MEASURED);
      System.arraycopy(covariance, i * size, gain, i * MEASURED, MEASURED);
      solve(i * MEASURED);
    }
    double r0 = measurement[0] - mean[0];
    double r1 = measurement[1] - mean[1];
    double r2 = measurement[2] - mean[2];
    double r3 = measurement[3] - mean[3];
    for (int i = 0; i < size; i++) {
      int at = i * MEASURED;
      mean[i] += gain[at] * r0 + gain[at + 1] * r1 + gain[at + 2] * r2 + gain[at + 3] * r3;
      for (int j = 0; j <= i; j++) {
        double value = covariance[i * size + j];
        for (int k = 0; k < MEASURED; k++) {
          value -= gain[at + k] * projected[j * MEASURED + k];
        }
        covariance[i * size + j] = value;
        covariance[j * size + i] = value;
      }
    }
  }

  /** Cholesky's factor of the measurement's covariance. */
  private void factor(double[] noise) {
    for (int i = 0; i < MEASURED; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = covariance[i * size + j] + (i == j ? noise[i] : 0);
        for (int k = 0; k < j; k++) {
          sum -= lower[i * MEASURED + k] * lower[j * MEASURED + k];
        }
        lower[i * MEASURED + j] = i == j ? Math.sqrt(sum) : sum / lower[j * MEASURED + j];
      }
    }
  }

  /** Divides four numbers of the gain by the factored covariance. */
  private void solve(int at) {
    for (int i = 0; i < MEASURED; i++) {
      for (int k = 0; k < i; k++) {
        gain[at + i] -= lower[i * MEASURED + k] * gain[at + k];
      }
      gain[at + i] /= lower[i * MEASURED + i];
    }
    for (int i = MEASURED - 1; i >= 0; i--) {
      for (int k = i + 1; k < MEASURED; k++) {
        gain[at + i] -= lower[k * MEASURED + i] * gain[at + k];
      }
      gain[at + i] /= lower[i * MEASURED + i];
    }
  }

  /**
   * Moves a state whose first two quantities are a place: by rows {@code a b c} the place becomes
   * {@code (a x + b y + c)}, its velocity the same without {@code c}.
   */
  void move(double[] affine) {
    turn(0, affine);
    turn(MEASURED, affine);
    mean[0] += affine[2];
    mean[1] += affine[5];
  }

  private void turn(int at, double[] affine) {
    double x = mean[at];
    double y = mean[at + 1];
    mean[at] = affine[0] * x + affine[1] * y;
    mean[at + 1] = affine[3] * x + affine[4] * y;
    for (int j = 0; j < size; j++) {
      double first = covariance[at * size + j];
      double second = covariance[(at + 1) * size + j];
      covariance[at * size + j] = affine[0] * first + affine[1] * second;
      covariance[(at + 1) * size + j] = affine[3] * first + affine[4] * second;
    }
    for (int i = 0; i < size; i++) {
      double first = covariance[i * size + at];
      double second = covariance[i * size + at + 1];
      covariance[i * size + at] = affine[0] * first + affine[1] * second;
      covariance[i * size + at + 1] = affine[3] * first + affine[4] * second;
    }
  }

  /** Takes over the state of a filter of the same size. */
  void copy(ConstantVelocityFilter other) {
    System.arraycopy(other.mean, 0, mean, 0, size);
    System.arraycopy(other.covariance, 0, covariance, 0, size * size);
  }
}
