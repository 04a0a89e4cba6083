package io.sightline.vision;

/** A place on a bounding box; the fractions are counted from its left and top edge. */
public enum Position {
  CENTER(0.5f, 0.5f),
  CENTER_LEFT(0, 0.5f),
  CENTER_RIGHT(1, 0.5f),
  TOP_CENTER(0.5f, 0),
  TOP_LEFT(0, 0),
  TOP_RIGHT(1, 0),
  BOTTOM_LEFT(0, 1),
  BOTTOM_CENTER(0.5f, 1),
  BOTTOM_RIGHT(1, 1),
  /** Of the detection's mask: no place on the box. */
  CENTER_OF_MASS(Float.NaN, Float.NaN);

  private final float across;
  private final float down;

  Position(float across, float down) {
    this.across = across;
    this.down = down;
  }

  /** Pixels from the left edge of the picture. */
  public float x(BoundingBox box) {
    return between(box.x1(), box.x2(), across);
  }

  /** Pixels from the top edge of the picture. */
  public float y(BoundingBox box) {
    return between(box.y1(), box.y2(), down);
  }

  private float between(float from, float to, float fraction) {
    if (Float.isNaN(fraction)) {
      throw new VisionException("the centre of mass needs a detection with a mask");
    }
    if (fraction == 0.5f) {
      return (from + to) / 2;
    }
    return fraction == 0 ? from : to;
  }
}
