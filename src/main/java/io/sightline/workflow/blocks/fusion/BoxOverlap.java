package io.sightline.workflow.blocks.fusion;

import io.sightline.vision.BoundingBox;

/** Overlap of boxes as supervision computes it: what they share in 32 bits, their areas in 64. */
final class BoxOverlap {
  private BoxOverlap() {}

  /** Intersection over union, 0 to 1; 0 where both are empty. */
  static float iou(BoundingBox a, BoundingBox b) {
    float width = Math.max(0, Math.min(a.x2(), b.x2()) - Math.max(a.x1(), b.x1()));
    float height = Math.max(0, Math.min(a.y2(), b.y2()) - Math.max(a.y1(), b.y1()));
    float shared = width * height;
    double either = area(a) + area(b) - shared;
    return either > 0 ? (float) (shared / either) : 0;
  }

  /** Intersection over union with all in 64 bits, 0 to 1; 0 where both are empty. */
  static double exactIou(BoundingBox a, BoundingBox b) {
    double width = Math.min(a.x2(), b.x2()) - (double) Math.max(a.x1(), b.x1());
    double height = Math.min(a.y2(), b.y2()) - (double) Math.max(a.y1(), b.y1());
    double shared = Math.max(0, width) * Math.max(0, height);
    double either = area(a) + area(b) - shared;
    return either > 0 ? shared / either : 0;
  }

  private static double area(BoundingBox box) {
    return ((double) box.x2() - box.x1()) * ((double) box.y2() - box.y1());
  }
}
