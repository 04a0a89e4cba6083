package io.sightline.model;

/** How boxes that overlap a better one are told. */
enum Suppression {
  /** Intersection over union; scores above the threshold; whole pixels. */
  IOU,
  /**
   * As the older of Roboflow's two engines: intersection over the worse box's area, each side a
   * pixel longer; scores from the threshold on; boxes not brought to whole pixels.
   */
  LEGACY;

  /** What a decoder must be above, for what the options say. */
  float above(float confidence) {
    return this == IOU ? confidence : Math.nextDown(confidence);
  }

  float overlap(Candidates candidates, int better, int worse) {
    return this == IOU ? candidates.iou(better, worse) : candidates.shareOf(better, worse);
  }
}
