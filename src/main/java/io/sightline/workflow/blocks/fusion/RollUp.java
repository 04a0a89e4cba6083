package io.sightline.workflow.blocks.fusion;

import io.sightline.vision.Attribute;
import io.sightline.vision.BoundingBox;
import io.sightline.vision.Detection;
import io.sightline.vision.Keypoint;
import io.sightline.vision.Mask;
import java.util.ArrayList;
import java.util.List;

/**
 * Joins detections of one class that were found on several crops of a picture, already moved to it.
 *
 * @param confidences how the confidence is made
 * @param overlap intersection over union from which they are of one object; 0 for any overlap
 * @param distance of key points, on average, below which they are of one object, pixels
 */
record RollUp(Aggregation confidences, double overlap, double distance) {
  /** By their key points; detections without any come last. */
  List<Detection> byKeypoints(List<Detection> found) {
    List<Detection> joined = new ArrayList<>();
    List<Detection> left = new ArrayList<>();
    found.stream().filter(d -> !d.keypoints().isEmpty()).forEach(left::add);
    while (!left.isEmpty()) {
      Detection first = left.remove(0);
      List<Detection> group = new ArrayList<>(List.of(first));
      left.removeIf(other -> close(first, other) && group.add(other));
      joined.add(group.size() == 1 ? first : joinKeypoints(group));
    }
    found.stream().filter(d -> d.keypoints().isEmpty()).forEach(joined::add);
    return joined;
  }

  private boolean close(Detection a, Detection b) {
    List<Keypoint> mine = a.keypoints();
    List<Keypoint> theirs = b.keypoints();
    if (mine.size() != theirs.size()) {
      return false;
    }
    double sum = 0;
    for (int i = 0; i < mine.size(); i++) {
      sum +=
          Math.hypot(
              (double) mine.get(i).x() - theirs.get(i).x(),
              (double) mine.get(i).y() - theirs.get(i).y());
    }
    return sum / mine.size() < distance;
  }

  private Detection joinKeypoints(List<Detection> group) {
    List<Keypoint> points = new ArrayList<>();
    List<Keypoint> first = group.get(0).keypoints();
    for (int i = 0; i < first.size(); i++) {
      double x = 0;
      double y = 0;
      double confidence = 0;
      for (Detection d : group) {
        x += d.keypoints().get(i).x() / group.size();
        y += d.keypoints().get(i).y() / group.size();
        confidence += d.keypoints().get(i).confidence() / group.size();
      }
      points.add(
          new Keypoint(
              first.get(i).classId(),
              first.get(i).className(),
              (float) confidence,
              (float) x,
              (float) y));
    }
    return join(group, Aggregation.AVERAGE.boxOf(group)).with(Attribute.KEYPOINTS, points);
  }

  /** By their masks, with the box around the joined one. */
  List<Detection> byMasks(List<Detection> found) {
    Groups<Detection> groups = new Groups<>(found);
    Comparisons comparisons = new Comparisons();
    for (int i = 0; i < found.size(); i++) {
      for (int j = i + 1; j < found.size(); j++) {
        if (touch(found.get(i).box(), found.get(j).box())) {
          Mask a = found.get(i).mask();
          Mask b = found.get(j).mask();
          comparisons.look((long) a.width() * a.height() + (long) b.width() * b.height());
          if (overlap <= 0 ? a.shared(b) > 0 : a.iou(b) >= overlap) {
            groups.join(i, j);
          }
        }
      }
    }
    List<Detection> joined = new ArrayList<>();
    for (List<Detection> group : groups.groups()) {
      Mask mask = group.stream().map(Detection::mask).reduce(Mask::union).orElseThrow();
      if (!mask.isEmpty()) {
        joined.add(join(group, around(mask)).with(Attribute.MASK, mask));
      }
    }
    return joined;
  }

  private static boolean touch(BoundingBox a, BoundingBox b) {
    return a.x2() > b.x1() && b.x2() > a.x1() && a.y2() > b.y1() && b.y2() > a.y1();
  }

  private static BoundingBox around(Mask mask) {
    return new BoundingBox(
        mask.left(), mask.top(), mask.left() + mask.width(), mask.top() + mask.height());
  }

  /** By their boxes, with one around all. */
  List<Detection> byBoxes(List<Detection> found) {
    Groups<Detection> groups = new Groups<>(found);
    for (int i = 0; i < found.size(); i++) {
      for (int j = i + 1; j < found.size(); j++) {
        double iou = BoxOverlap.exactIou(found.get(i).box(), found.get(j).box());
        if (overlap <= 0 ? iou > 0 : iou >= overlap) {
          groups.join(i, j);
        }
      }
    }
    return groups.groups().stream()
        .map(
            group ->
                join(
                    group,
                    group.stream().map(Detection::box).reduce(BoundingBox::union).orElseThrow()))
        .toList();
  }

  private Detection join(List<Detection> group, BoundingBox box) {
    Detection first = group.get(0);
    float confidence = (float) confidences.ofConfidences(group);
    return first.withBox(box).withClass(first.classId(), first.className(), confidence);
  }
}
