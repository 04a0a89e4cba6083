package io.sightline.workflow.executor;

import io.sightline.vision.Detection;
import io.sightline.vision.Detections;
import io.sightline.vision.ImageOrigin;
import io.sightline.vision.Mask;
import io.sightline.vision.Shift;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Moves detections on a crop to the frame that the crop was cut from: their boxes, masks, key
 * points and polygons. Other attributes stay as the steps made them.
 */
final class RootCoordinates {
  private RootCoordinates() {}

  /**
   * {@code value} with all detections in it on their whole frame, also those inside of lists and
   * maps; the same object where nothing moves.
   */
  static Object of(Object value) {
    if (value instanceof Detections detections) {
      return detections.items().stream().anyMatch(RootCoordinates::moves)
          ? moved(detections)
          : value;
    }
    if (value instanceof List<?> list && moves(list)) {
      List<Object> moved = new ArrayList<>(list.size());
      list.forEach(element -> moved.add(of(element)));
      return Collections.unmodifiableList(moved);
    }
    if (value instanceof Map<?, ?> map && moves(map)) {
      Map<Object, Object> moved = new LinkedHashMap<>();
      map.forEach((key, element) -> moved.put(key, of(element)));
      return Collections.unmodifiableMap(moved);
    }
    return value;
  }

  private static boolean moves(Object value) {
    if (value instanceof List<?> list) {
      return list.stream().anyMatch(RootCoordinates::moves);
    }
    if (value instanceof Map<?, ?> map) {
      return map.values().stream().anyMatch(RootCoordinates::moves);
    }
    return value instanceof Detections detections
        && detections.items().stream().anyMatch(RootCoordinates::moves);
  }

  private static boolean moves(Detection d) {
    ImageOrigin root = d.root();
    return root.placed()
        && (root.offsetX() != 0 || root.offsetY() != 0 || !d.parent().id().equals(root.id()));
  }

  private static Detections moved(Detections detections) {
    List<Detection> moved = new ArrayList<>(detections.size());
    for (Detection d : detections) {
      moved.add(d.root().placed() ? moved(d) : d);
    }
    ImageOrigin root = moved.get(0).root();
    return new Detections(moved, root.width(), root.height());
  }

  private static Detection moved(Detection d) {
    ImageOrigin root = d.root();
    Shift shift = new Shift(root.offsetX(), root.offsetY());
    Mask mask = d.mask();
    if (mask != null) {
      mask = mask.moved(shift.dx(), shift.dy(), root.width(), root.height());
    }
    ImageOrigin whole = ImageOrigin.whole(root.id(), root.width(), root.height());
    return shift.of(d, whole, whole, mask);
  }
}
