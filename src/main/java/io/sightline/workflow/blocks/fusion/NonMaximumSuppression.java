package io.sightline.workflow.blocks.fusion;

import io.sightline.vision.Detection;
import io.sightline.vision.Detections;
import io.sightline.vision.Mask;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiPredicate;

/** Of detections of one class that overlap, the surest one only. */
final class NonMaximumSuppression {
  private NonMaximumSuppression() {}

  /**
   * The detections that remain, in their order.
   *
   * @param threshold overlap above which the less sure one goes, 0 to 1; of masks where there are
   */
  static Detections of(Detections detections, double threshold) {
    Comparisons.check(detections.size());
    List<Detection> all = detections.items();
    BiPredicate<Integer, Integer> overlapping =
        all.get(0).mask() == null ? boxes(all, threshold) : masks(all, threshold);
    List<Integer> order = bySureness(all);
    Collections.reverse(order);
    boolean[] gone = new boolean[all.size()];
    for (int i = 0; i < order.size(); i++) {
      int sure = order.get(i);
      for (int j = i + 1; j < order.size() && !gone[sure]; j++) {
        int other = order.get(j);
        gone[other] =
            gone[other]
                || all.get(sure).classId() == all.get(other).classId()
                    && overlapping.test(sure, other);
      }
    }
    List<Detection> kept = new ArrayList<>(all.size());
    for (int i = 0; i < gone.length; i++) {
      if (!gone[i]) {
        kept.add(all.get(i));
      }
    }
    return detections.with(kept);
  }

  /** The places of the detections, the least sure one first. */
  static List<Integer> bySureness(List<Detection> detections) {
    List<Integer> order = new ArrayList<>(detections.size());
    for (int i = 0; i < detections.size(); i++) {
      order.add(i);
    }
    order.sort(Comparator.comparingDouble(i -> detections.get(i).confidence()));
    return order;
  }

  private static BiPredicate<Integer, Integer> boxes(List<Detection> all, double threshold) {
    return (a, b) -> BoxOverlap.iou(all.get(a).box(), all.get(b).box()) > threshold;
  }

  private static BiPredicate<Integer, Integer> masks(List<Detection> all, double threshold) {
    Mask first = all.get(0).mask();
    MaskOverlap overlap = new MaskOverlap(first.imageWidth(), first.imageHeight());
    long[] areas = all.stream().mapToLong(d -> overlap.area(d.mask())).toArray();
    return (a, b) ->
        overlap.iou(all.get(a).mask(), areas[a], all.get(b).mask(), areas[b]) > threshold;
  }
}
