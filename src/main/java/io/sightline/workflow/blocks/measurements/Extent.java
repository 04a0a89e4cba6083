package io.sightline.workflow.blocks.measurements;

import io.sightline.vision.BoundingBox;
import io.sightline.vision.Detection;
import io.sightline.vision.Polygons;
import io.sightline.vision.RotatedRectangle;
import java.util.List;

/**
 * How large an object is. The side that is nearer to level is the width.
 *
 * @param width pixels
 * @param height pixels
 */
record Extent(double width, double height) {
  private static final float DEGREES = (float) (180 / Math.PI);

  /** By the mask's largest outline, else by the box; null where the mask has no area. */
  static Extent of(Detection detection) {
    if (detection.mask() == null) {
      BoundingBox box = detection.box();
      return new Extent(MeasurementFields.width(box), MeasurementFields.height(box));
    }
    int[][] outline = detection.mask().contour();
    if (outline == null || Polygons.area(outline) == 0) {
      return null;
    }
    return of(RotatedRectangle.around(outline));
  }

  /**
   * By a polygon's corners as x and y; null where it has no area or is none.
   *
   * @param corners lists of two numbers
   */
  static Extent of(List<?> corners) {
    float[][] points = new float[corners.size()][];
    for (int i = 0; i < points.length; i++) {
      if (!(corners.get(i) instanceof List<?> pair)
          || pair.size() != 2
          || !(pair.get(0) instanceof Number x)
          || !(pair.get(1) instanceof Number y)) {
        return null;
      }
      points[i] = new float[] {x.floatValue(), y.floatValue()};
    }
    double twice = 0;
    for (int i = 0, j = points.length - 1; i < points.length; j = i++) {
      twice += (double) points[j][0] * points[i][1] - (double) points[i][0] * points[j][1];
    }
    boolean area = points.length >= 3 && Double.isFinite(twice) && twice != 0;
    return area ? of(RotatedRectangle.around(points)) : null;
  }

  private static Extent of(RotatedRectangle rectangle) {
    float[][] corners = rectangle.corners();
    float dx1 = corners[1][0] - corners[0][0];
    float dy1 = corners[1][1] - corners[0][1];
    float dx2 = corners[2][0] - corners[1][0];
    float dy2 = corners[2][1] - corners[1][1];
    double first = (float) Math.sqrt(dx1 * dx1 + dy1 * dy1);
    double second = (float) Math.sqrt(dx2 * dx2 + dy2 * dy2);
    return slope(dx1, dy1) < slope(dx2, dy2)
        ? new Extent(first, second)
        : new Extent(second, first);
  }

  /** Degrees between the direction and the level, 0 to 90. */
  private static float slope(float dx, float dy) {
    float angle = (float) Math.atan2(dy, dx) * DEGREES % 180f;
    float turned = angle < 0 ? angle + 180f : angle;
    return Math.min(turned, 180f - turned);
  }

  boolean isEmpty() {
    return !(width > 0 && height > 0);
  }
}
