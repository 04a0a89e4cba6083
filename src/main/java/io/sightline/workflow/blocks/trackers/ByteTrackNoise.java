package io.sightline.workflow.blocks.trackers;

/** How unsure {@link ByteTrackTrack} is: the larger an object, the more. */
final class ByteTrackNoise {
  /** Standard deviation of a place, by the object's height. */
  static final double POSITION = 1.0 / 20;

  /** Standard deviation of a velocity, by the object's height. */
  static final double VELOCITY = 1.0 / 160;

  private ByteTrackNoise() {}

  /** From the standard deviations of a place, of the width to the height and of velocities. */
  static void fill(double[] variances, double position, double ratio, double velocity) {
    for (int i = 0; i < ConstantVelocityFilter.MEASURED; i++) {
      variances[i] = position * position;
      variances[ConstantVelocityFilter.MEASURED + i] = velocity * velocity;
    }
    variances[2] = ratio * ratio;
    variances[6] = 1e-5 * 1e-5;
  }

  /** Those of a prediction, computed in single precision. */
  static void fillSingle(double[] variances, float height) {
    float position = (float) POSITION * height;
    float velocity = (float) VELOCITY * height;
    for (int i = 0; i < ConstantVelocityFilter.MEASURED; i++) {
      variances[i] = position * position;
      variances[ConstantVelocityFilter.MEASURED + i] = velocity * velocity;
    }
    variances[2] = 1e-2f * 1e-2f;
    variances[6] = 1e-5f * 1e-5f;
  }
}
