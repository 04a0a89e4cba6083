package io.sightline.vision;

/** Corners in pixels of the picture that the box belongs to, xyxy, origin at the top left. */
public record BoundingBox(float x1, float y1, float x2, float y2) {
  public float width() {
    return Math.abs(x2 - x1);
  }

  public float height() {
    return Math.abs(y2 - y1);
  }

  public float area() {
    return width() * height();
  }

  /** Intersection over union, 0 to 1; 0 where either box is empty. */
  public float iou(BoundingBox other) {
    float w = Math.min(x2, other.x2) - Math.max(x1, other.x1);
    float h = Math.min(y2, other.y2) - Math.max(y1, other.y1);
    if (w <= 0 || h <= 0) {
      return 0;
    }
    float shared = w * h;
    return shared / (area() + other.area() - shared);
  }

  /** The smallest box around both. */
  public BoundingBox union(BoundingBox other) {
    return new BoundingBox(
        Math.min(x1, other.x1),
        Math.min(y1, other.y1),
        Math.max(x2, other.x2),
        Math.max(y2, other.y2));
  }
}
