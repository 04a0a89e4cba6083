package io.sightline.workflow.blocks.geometry;

import io.sightline.vision.Attribute;
import io.sightline.vision.BoundingBox;
import io.sightline.vision.Detection;
import io.sightline.vision.Keypoint;
import io.sightline.vision.Mask;
import io.sightline.workflow.block.BlockException;
import java.util.ArrayList;
import java.util.List;

/** Detections as they would be seen from straight above, at whole pixels. */
final class CorrectedDetection {
  private CorrectedDetection() {}

  static Detection of(Detection detection, Perspective perspective) {
    Detection moved =
        detection.mask() == null ? box(detection, perspective) : mask(detection, perspective);
    if (!detection.attributes().containsKey(Attribute.KEYPOINTS)) {
      return moved;
    }
    List<Keypoint> keypoints = new ArrayList<>();
    for (Keypoint k : detection.keypoints()) {
      float[] to = perspective.move(k.x(), k.y());
      keypoints.add(
          new Keypoint(k.classId(), k.className(), k.confidence(), rint(to[0]), rint(to[1])));
    }
    return moved.with(Attribute.KEYPOINTS, List.copyOf(keypoints));
  }

  private static Detection box(Detection detection, Perspective perspective) {
    BoundingBox box = detection.box();
    float x1 = rint(box.x1());
    float y1 = rint(box.y1());
    float x2 = rint(box.x2());
    float y2 = rint(box.y2());
    float[][] corners = {
      perspective.move(x1, y1),
      perspective.move(x2, y1),
      perspective.move(x2, y2),
      perspective.move(x1, y2)
    };
    return detection.withBox(around(corners));
  }

  /** Every part of the mask by its outline. */
  private static Detection mask(Detection detection, Perspective perspective) {
    Plane plane = perspective.plane().drawable();
    Mask mask = Mask.empty(plane.width(), plane.height());
    List<float[]> all = new ArrayList<>();
    for (int[][] contour : detection.mask().contours()) {
      if (contour.length >= 3) {
        int[][] rounded = new int[contour.length][];
        for (int i = 0; i < rounded.length; i++) {
          float[] to = perspective.move(contour[i][0], contour[i][1]);
          rounded[i] = new int[] {(int) rint(to[0]), (int) rint(to[1])};
          all.add(to);
        }
        mask = mask.union(Mask.ofPolygon(plane.width(), plane.height(), rounded));
      }
    }
    if (all.isEmpty()) {
      throw new BlockException("a mask has no outline of at least 3 points");
    }
    return detection.withBox(around(all.toArray(float[][]::new))).with(Attribute.MASK, mask);
  }

  private static BoundingBox around(float[][] points) {
    float x1 = Float.POSITIVE_INFINITY;
    float y1 = Float.POSITIVE_INFINITY;
    float x2 = Float.NEGATIVE_INFINITY;
    float y2 = Float.NEGATIVE_INFINITY;
    for (float[] point : points) {
      x1 = Math.min(x1, point[0]);
      y1 = Math.min(y1, point[1]);
      x2 = Math.max(x2, point[0]);
      y2 = Math.max(y2, point[1]);
    }
    return new BoundingBox(rint(x1), rint(y1), rint(x2), rint(y2));
  }

  private static float rint(float value) {
    return (float) Math.rint(value);
  }
}
