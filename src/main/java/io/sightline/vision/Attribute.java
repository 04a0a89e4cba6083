package io.sightline.vision;

/**
 * What a block may add to a detection, beyond box, confidence and class. The comment gives the type
 * of its value.
 */
public enum Attribute {
  /** Double, discrete Fréchet distance to the reference path, pixels. */
  PATH_DEVIATION,
  /** Double, seconds. */
  TIME_IN_ZONE,
  /** int[][], points as x, y pixels. */
  POLYGON,
  /** {@code RotatedRect}-like double[]: angle in degrees, width, height and four corners. */
  BOUNDING_RECT,
  /** List of {@link Keypoint}. */
  KEYPOINTS,
  /** {@link Mask} of the instance. */
  MASK,
  /** Map with size (height and width) and counts: the mask in COCO's run lengths. */
  RLE_MASK,
  /** String, what a code says. */
  DATA,
  /** double[2], metres a second. */
  VELOCITY,
  /** Double, metres a second. */
  SPEED,
  /** double[2], metres a second. */
  SMOOTHED_VELOCITY,
  /** Double, metres a second. */
  SMOOTHED_SPEED,
  /** Double, square pixels. */
  AREA_PX,
  /** Double, square units. */
  AREA_CONVERTED,
  /** Double or null, pixels. */
  NEAREST_TARGET_DISTANCE
}
