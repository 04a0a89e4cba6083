package io.sightline.vision;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A move of what was found on one picture to its place on another one.
 *
 * @param dx pixels to the right
 * @param dy pixels down
 */
public record Shift(int dx, int dy) {
  public BoundingBox of(BoundingBox box) {
    return new BoundingBox(box.x1() + dx, box.y1() + dy, box.x2() + dx, box.y2() + dy);
  }

  /**
   * The detection at its place there.
   *
   * @param parent the picture that it is said to be found on
   * @param root the frame behind that
   * @param mask the moved mask, null where there is none
   */
  public Detection of(Detection d, ImageOrigin parent, ImageOrigin root, Mask mask) {
    return new Detection(
        of(d.box()),
        d.confidence(),
        d.classId(),
        d.className(),
        d.id(),
        d.trackerId(),
        parent,
        root,
        of(d.attributes(), mask));
  }

  /**
   * The attributes with key points and polygon moved; others stay as the blocks made them.
   *
   * @param mask the moved mask, null where there is none
   */
  public Map<Attribute, Object> of(Map<Attribute, Object> given, Mask mask) {
    if (given.isEmpty()) {
      return given;
    }
    Map<Attribute, Object> moved = new EnumMap<>(given);
    if (mask != null) {
      moved.put(Attribute.MASK, mask);
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
