package io.sightline.workflow.blocks.trackers;

import io.sightline.vision.Detections;

/** Which detections of a frame are sure, which unsure, and which are not looked at. */
final class ConfidenceBands {
  private final double bound;
  private final boolean inclusive;
  private final double noise;
  private final Indices sure = new Indices();
  private final Indices unsure = new Indices();

  /**
   * @param bound confidence of sure detections
   * @param inclusive whether the bound itself is sure; it is neither sure nor unsure otherwise
   * @param noise confidence that unsure detections must be above
   */
  ConfidenceBands(double bound, boolean inclusive, double noise) {
    this.bound = bound;
    this.inclusive = inclusive;
    this.noise = noise;
  }

  void split(Detections detections) {
    sure.clear();
    unsure.clear();
    for (int i = 0; i < detections.size(); i++) {
      double confidence = detections.items().get(i).confidence();
      if (confidence > bound || inclusive && confidence == bound) {
        sure.add(i);
      } else if (confidence < bound && confidence > noise) {
        unsure.add(i);
      }
    }
  }

  Indices sure() {
    return sure;
  }

  Indices unsure() {
    return unsure;
  }
}
