package io.sightline.workflow.blocks.fusion;

import io.sightline.vision.Attribute;
import io.sightline.vision.BoundingBox;
import io.sightline.vision.Detection;
import io.sightline.vision.ImageOrigin;
import io.sightline.vision.Keypoint;
import io.sightline.vision.Mask;
import java.util.List;
import java.util.Map;

/** Detections for tests. */
final class Found {
  static final int SIDE = 640;
  private static final ImageOrigin IMAGE = ImageOrigin.whole("image", SIDE, SIDE);

  private Found() {}

  static Detection box(
      String id, int classId, double confidence, float x1, float y1, float x2, float y2) {
    return new Detection(
        new BoundingBox(x1, y1, x2, y2),
        (float) confidence,
        classId,
        "class" + classId,
        id,
        null,
        IMAGE,
        IMAGE,
        Map.of());
  }

  /** With all pixels of its box, the last column and row left out, as its mask. */
  static Detection mask(String id, double confidence, int x1, int y1, int x2, int y2) {
    int[][] square = {{x1, y1}, {x2 - 1, y1}, {x2 - 1, y2 - 1}, {x1, y2 - 1}};
    return box(id, 0, confidence, x1, y1, x2, y2)
        .with(Attribute.MASK, Mask.ofPolygon(SIDE, SIDE, square));
  }

  static Detection point(String id, double confidence, float x, float y) {
    return box(id, 0, confidence, x, y, x + 10, y + 10)
        .with(Attribute.KEYPOINTS, List.of(new Keypoint(0, "nose", 0.5f, x, y)));
  }

  static List<String> ids(Iterable<Detection> detections) {
    List<String> ids = new java.util.ArrayList<>();
    detections.forEach(d -> ids.add(d.id()));
    return ids;
  }
}
