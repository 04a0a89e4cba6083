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

  /**
   * Pixels of the picture from its left edge, by the detection's box or its mask.
   *
   * @throws VisionException where the centre of mass is asked for and there is no mask
   */
  public double x(Detection detection) {
    BoundingBox box = detection.box();
    return this == CENTER_OF_MASS
        ? massOf(detection)[0]
        : (double) box.x1() * (1 - across) + (double) box.x2() * across;
  }

  /**
   * Pixels of the picture from its top edge, by the detection's box or its mask.
   *
   * @throws VisionException where the centre of mass is asked for and there is no mask
   */
  public double y(Detection detection) {
    BoundingBox box = detection.box();
    return this == CENTER_OF_MASS
        ? massOf(detection)[1]
        : (double) box.y1() * (1 - down) + (double) box.y2() * down;
  }

  private static int[] massOf(Detection detection) {
    if (detection.mask() == null) {
      throw new VisionException("Cannot use `Position.CENTER_OF_MASS` without a detection mask.");
    }
    return CenterOfMass.of(detection.mask());
  }

  /**
   * The position of that name.
   *
   * @throws VisionException where there is none
   */
  public static Position named(String name) {
    for (Position position : values()) {
      if (position.name().equals(name)) {
        return position;
      }
    }
    throw new VisionException("'" + name + "' is not a valid Position");
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
