package io.sightline.workflow.blocks.trackers;

import io.sightline.vision.BoundingBox;

/**
 * The way of an object that was not seen, from where it was lost to where it is found: centre and
 * sides change evenly.
 *
 * @param steps frames that the way takes
 */
record VirtualPath(BoundingBox from, BoundingBox to, int steps) {
  /** Centre, area and width to height of a box. */
  static void measure(BoundingBox box, double[] measured) {
    double width = (double) box.x2() - box.x1();
    double height = (double) box.y2() - box.y1();
    measured[0] = box.x1() + width / 2;
    measured[1] = box.y1() + height / 2;
    measured[2] = width * height;
    measured[3] = width / (height + 1e-6);
  }

  /** Where the object was after {@code step} frames. */
  void measure(int step, double[] measured) {
    double[] start = sides(from);
    double[] end = sides(to);
    for (int i = 0; i < measured.length; i++) {
      measured[i] = start[i] + step * ((end[i] - start[i]) / steps);
    }
    double width = measured[2];
    double height = measured[3];
    measured[2] = width * height;
    measured[3] = width / height;
  }

  /** Centre, width and height, as far as area and width to height tell them. */
  private static double[] sides(BoundingBox box) {
    double[] sides = new double[ConstantVelocityFilter.MEASURED];
    measure(box, sides);
    double area = sides[2];
    sides[2] = Math.sqrt(area * sides[3]);
    sides[3] = Math.sqrt(area / sides[3]);
    return sides;
  }
}
