package io.sightline.workflow.query;

import io.sightline.vision.Detections;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What has a length and elements. */
final class Sequences {
  private Sequences() {}

  /** Elements that a value has, characters for a string; -1 where it has no length. */
  static int lengthOrMinusOne(Object value) {
    if (value instanceof String s) {
      return s.codePointCount(0, s.length());
    }
    if (value instanceof List<?> list) {
      return list.size();
    }
    if (value instanceof Map<?, ?> map) {
      return map.size();
    }
    if (value instanceof byte[] bytes) {
      return bytes.length;
    }
    return value instanceof Detections detections ? detections.size() : -1;
  }

  /** The elements of a value; null where it cannot be gone through. */
  static List<?> elementsOrNull(Object value) {
    if (value instanceof List<?> list) {
      return list;
    }
    if (value instanceof Detections detections) {
      return detections.items();
    }
    if (value instanceof Map<?, ?> map) {
      return new ArrayList<>(map.keySet());
    }
    if (value instanceof String s) {
      return s.codePoints().mapToObj(Character::toString).toList();
    }
    return null;
  }
}
