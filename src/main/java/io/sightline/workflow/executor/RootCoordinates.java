package io.sightline.workflow.executor;

import io.sightline.vision.Attribute;
import io.sightline.vision.BoundingBox;
import io.sightline.vision.Detection;
import io.sightline.vision.Detections;
import io.sightline.vision.ImageOrigin;
import io.sightline.vision.Keypoint;
import io.sightline.vision.Mask;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Moves detections on a crop to the frame that the crop was cut from: their boxes, masks, key
 * points and polygons. Other attributes stay as the steps made them.
 */
final class RootCoordinates {
  private RootCoordinates() {}

  /** True where {@code value} is detections that lie elsewhere on their frame. */
  static boolean moves(Object value) {
    if (!(value instanceof Detections detections)) {
      return false;
    }
    for (Detection d : detections) {
      if (d.root().width() > 0 && !d.parent().id().equals(d.root().id())) {
        return true;
      }
    }
    return false;
  }

  /** {@code value} on its whole frame; anything but detections on a crop unchanged. */
  static Object of(Object value) {
    if (!moves(value)) {
      return value;
    }
    List<Detection> moved = new ArrayList<>();
    for (Detection d : (Detections) value) {
      moved.add(d.root().width() > 0 ? moved(d) : d);
    }
    ImageOrigin root = moved.get(0).root();
    return new Detections(moved, root.width(), root.height());
  }

  private static Detection moved(Detection d) {
    ImageOrigin root = d.root();
    BoundingBox box = d.box();
    ImageOrigin whole = ImageOrigin.whole(root.id(), root.width(), root.height());
    return new Detection(
        new BoundingBox(
            box.x1() + root.offsetX(),
            box.y1() + root.offsetY(),
            box.x2() + root.offsetX(),
            box.y2() + root.offsetY()),
        d.confidence(),
        d.classId(),
        d.className(),
        d.id(),
        d.trackerId(),
        whole,
        whole,
        moved(d.attributes(), root));
  }

  private static Map<Attribute, Object> moved(Map<Attribute, Object> given, ImageOrigin root) {
    if (given.isEmpty()) {
      return given;
    }
    int dx = root.offsetX();
    int dy = root.offsetY();
    Map<Attribute, Object> moved = new EnumMap<>(given);
    if (given.get(Attribute.MASK) instanceof Mask mask) {
      moved.put(Attribute.MASK, mask.moved(dx, dy, root.width(), root.height()));
    }
    if (given.get(Attribute.KEYPOINTS) instanceof List<?> points) {
      moved.put(
          Attribute.KEYPOINTS, points.stream().map(p -> ((Keypoint) p).moved(dx, dy)).toList());
    }
    if (given.get(Attribute.POLYGON) instanceof int[][] polygon) {
      moved.put(
          Attribute.POLYGON,
          Arrays.stream(polygon).map(p -> new int[] {p[0] + dx, p[1] + dy}).toArray(int[][]::new));
    }
    return Collections.unmodifiableMap(moved);
  }
}
