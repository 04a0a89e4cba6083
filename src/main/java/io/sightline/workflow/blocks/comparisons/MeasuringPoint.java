package io.sightline.workflow.blocks.comparisons;

import io.sightline.vision.Attribute;
import io.sightline.vision.Detection;
import io.sightline.vision.Detections;
import io.sightline.vision.Keypoint;
import io.sightline.vision.Position;
import io.sightline.workflow.block.BlockException;
import io.sightline.workflow.block.StepInput;

/**
 * The place of an object that distances are measured from or to.
 *
 * @param position on the box; null where a key point is meant
 * @param keypoint the key point's name
 */
record MeasuringPoint(Position position, String keypoint) {
  private static final String KEYPOINT = "KEYPOINT";

  static final String[] NAMES = {
    "CENTER",
    "CENTER_LEFT",
    "CENTER_RIGHT",
    "TOP_CENTER",
    "TOP_LEFT",
    "TOP_RIGHT",
    "BOTTOM_LEFT",
    "BOTTOM_CENTER",
    "BOTTOM_RIGHT",
    KEYPOINT
  };

  /**
   * @param side query or target, which the fields' names start with
   */
  static MeasuringPoint of(StepInput input, String side) {
    String point = input.text(side + "_point");
    if (!point.equals(KEYPOINT)) {
      return new MeasuringPoint(Position.named(point), null);
    }
    Object name = input.value(side + "_keypoint_name");
    if (name == null || name.equals("")) {
      throw new BlockException(
          "`%s_keypoint_name` must be provided when `%s_point` is set to 'KEYPOINT'."
              .formatted(side, side));
    }
    return new MeasuringPoint(null, input.text(side + "_keypoint_name"));
  }

  /** The place of each detection as x and y, pixels; NaN where it has no such key point. */
  double[][] of(Detections detections) {
    double[][] points = new double[detections.size()][];
    if (position == null && points.length == 0) {
      throw noKeypoints();
    }
    for (int i = 0; i < points.length; i++) {
      Detection detection = detections.items().get(i);
      points[i] =
          position == null
              ? keypoint(detection)
              : new double[] {position.x(detection), position.y(detection)};
    }
    return points;
  }

  private double[] keypoint(Detection detection) {
    if (!detection.attributes().containsKey(Attribute.KEYPOINTS)) {
      throw noKeypoints();
    }
    for (Keypoint candidate : detection.keypoints()) {
      if (candidate.className().equals(keypoint)) {
        return new double[] {candidate.x(), candidate.y()};
      }
    }
    return new double[] {Double.NaN, Double.NaN};
  }

  private static BlockException noKeypoints() {
    return new BlockException(
        "`query_point`/`target_point` set to 'KEYPOINT' but the corresponding predictions do not"
            + " contain keypoint data. Provide keypoint detection predictions to use this option.");
  }
}
