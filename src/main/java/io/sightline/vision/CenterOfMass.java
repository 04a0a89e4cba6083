package io.sightline.vision;

/** The middle of an instance by its pixels. */
final class CenterOfMass {
  private CenterOfMass() {}

  /** The mean of the pixels' centres, x and y rounded down; 0, 0 for an empty mask. */
  static int[] of(Mask mask) {
    double across = 0;
    double down = 0;
    long count = 0;
    for (int y = mask.top(); y < mask.top() + mask.height(); y++) {
      for (int x = mask.left(); x < mask.left() + mask.width(); x++) {
        if (mask.at(x, y)) {
          across += x + 0.5;
          down += y + 0.5;
          count++;
        }
      }
    }
    return count == 0 ? new int[2] : new int[] {(int) (across / count), (int) (down / count)};
  }
}
