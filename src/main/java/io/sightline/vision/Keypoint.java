package io.sightline.vision;

/**
 * A named place on an object.
 *
 * @param x pixels of the picture
 * @param y pixels of the picture
 * @param confidence 0 to 1
 */
public record Keypoint(int classId, String className, float confidence, float x, float y) {
  /** The same key point elsewhere, by these pixels. */
  public Keypoint moved(float dx, float dy) {
    return new Keypoint(classId, className, confidence, x + dx, y + dy);
  }
}
