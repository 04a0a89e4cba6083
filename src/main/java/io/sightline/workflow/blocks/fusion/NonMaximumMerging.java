package io.sightline.workflow.blocks.fusion;

import io.sightline.vision.Attribute;
import io.sightline.vision.BoundingBox;
import io.sightline.vision.Detection;
import io.sightline.vision.Detections;
import io.sightline.vision.Mask;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Of detections of one class that overlap, one around all of them. */
final class NonMaximumMerging {
  private final double threshold;
  private final MaskOverlap overlap;

  private NonMaximumMerging(double threshold, MaskOverlap overlap) {
    this.threshold = threshold;
    this.overlap = overlap;
  }

  /**
   * The merged detections, those of the lowest class first, in it the surest first.
   *
   * @param threshold overlap from which detections are merged, 0 to 1; of masks where there are
   */
  static Detections of(Detections detections, double threshold) {
    Comparisons.check(detections.size());
    Mask first = detections.items().get(0).mask();
    MaskOverlap overlap =
        first == null ? null : new MaskOverlap(first.imageWidth(), first.imageHeight());
    NonMaximumMerging merging = new NonMaximumMerging(threshold, overlap);
    TreeMap<Integer, List<Detection>> classes = new TreeMap<>();
    detections.forEach(d -> classes.computeIfAbsent(d.classId(), c -> new ArrayList<>()).add(d));
    List<Detection> merged = new ArrayList<>(detections.size());
    classes.values().forEach(ofClass -> merging.merge(ofClass, merged));
    return detections.with(merged);
  }

  private void merge(List<Detection> ofClass, List<Detection> merged) {
    List<Integer> left = NonMaximumSuppression.bySureness(ofClass);
    long[] areas =
        overlap == null ? null : ofClass.stream().mapToLong(d -> overlap.area(d.mask())).toArray();
    while (!left.isEmpty()) {
      Detection surest = ofClass.get(left.remove(left.size() - 1));
      List<Detection> group = new ArrayList<>(List.of(surest));
      if (areas == null) {
        takeBoxes(ofClass, left, group);
      } else {
        takeMasks(ofClass, areas, left, group);
      }
      merged.add(join(group));
    }
  }

  private void takeBoxes(List<Detection> all, List<Integer> left, List<Detection> group) {
    BoundingBox box = group.get(0).box();
    for (int i = left.size() - 1; i >= 0; i--) {
      Detection other = all.get(left.get(i));
      if (BoxOverlap.iou(other.box(), box) >= (float) threshold) {
        group.add(other);
        left.remove(i);
      }
    }
  }

  /** Takes the masks that overlap with what has been taken, until none does. */
  private void takeMasks(
      List<Detection> all, long[] areas, List<Integer> left, List<Detection> group) {
    Mask candidate = group.get(0).mask();
    int before;
    do {
      before = group.size();
      Mask grown = candidate;
      long area = overlap.area(candidate);
      for (int i = left.size() - 1; i >= 0; i--) {
        Mask mask = all.get(left.get(i)).mask();
        if (overlap.iou(mask, areas[left.get(i)], candidate, area) >= threshold) {
          grown = grown.union(mask);
          group.add(all.get(left.get(i)));
          left.remove(i);
        }
      }
      candidate = grown;
    } while (group.size() > before);
  }

  /** The first and surest one, its box and mask around all, its confidence their weighted mean. */
  private static Detection join(List<Detection> group) {
    Detection surest = group.get(0);
    if (group.size() == 1) {
      return surest;
    }
    BoundingBox around = surest.box();
    Mask mask = surest.mask();
    double weighted = 0;
    double areas = 0;
    for (Detection d : group) {
      BoundingBox box = d.box();
      double area = (double) ((box.x2() - box.x1()) * (box.y2() - box.y1()));
      weighted += area * d.confidence();
      areas += area;
      around = around.union(box);
      mask = mask == null ? null : mask.union(d.mask());
    }
    double confidence = areas > 0 ? weighted / areas : surest.confidence();
    Detection joined =
        surest.withBox(around).withClass(surest.classId(), surest.className(), confidence);
    return mask == null ? joined : joined.with(Attribute.MASK, mask);
  }
}
