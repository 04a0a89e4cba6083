package io.sightline.workflow.blocks.comparisons;

import io.sightline.vision.BoundingBox;
import io.sightline.vision.Detection;
import io.sightline.vision.Mask;
import io.sightline.vision.Polygons;
import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.util.HashSet;
import java.util.Set;

/**
 * The area that an object covers: inside the longest outline of its mask, or its box where it has
 * no mask or that outline touches itself.
 */
final class Outline {
  private final BoundingBox box;
  private final int[][] polygon;
  private final double area;
  private Area shape;

  private Outline(BoundingBox box, int[][] polygon, double area) {
    this.box = box;
    this.polygon = polygon;
    this.area = area;
  }

  static Outline of(Detection detection) {
    Mask mask = detection.mask();
    int[][] longest = mask == null ? null : Polygons.longest(mask.contours());
    BoundingBox box = detection.box();
    if (longest != null && isSimple(longest)) {
      return new Outline(box, longest, Polygons.area(longest));
    }
    double width = Math.abs((double) box.x2() - box.x1());
    double height = Math.abs((double) box.y2() - box.y1());
    return new Outline(box, null, width * height);
  }

  /** Square pixels. */
  double area() {
    return area;
  }

  /** Square pixels that both cover. */
  double shared(Outline other) {
    if (polygon == null && other.polygon == null) {
      double width = overlap(box.x1(), box.x2(), other.box.x1(), other.box.x2());
      return width * overlap(box.y1(), box.y2(), other.box.y1(), other.box.y2());
    }
    Area both = new Area(shape());
    both.intersect(other.shape());
    return measure(both);
  }

  private static double overlap(double from1, double to1, double from2, double to2) {
    double from = Math.max(Math.min(from1, to1), Math.min(from2, to2));
    return Math.max(0, Math.min(Math.max(from1, to1), Math.max(from2, to2)) - from);
  }

  private Area shape() {
    if (shape == null) {
      Path2D path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
      if (polygon == null) {
        path.moveTo(box.x1(), box.y1());
        path.lineTo(box.x2(), box.y1());
        path.lineTo(box.x2(), box.y2());
        path.lineTo(box.x1(), box.y2());
      } else {
        path.moveTo(polygon[0][0], polygon[0][1]);
        for (int[] point : polygon) {
          path.lineTo(point[0], point[1]);
        }
      }
      path.closePath();
      shape = new Area(path);
    }
    return shape;
  }

  /** Holes run the other way round than what is around them, so that they count negative. */
  private static double measure(Area shape) {
    double twice = 0;
    double startX = 0;
    double startY = 0;
    double x = 0;
    double y = 0;
    double[] to = new double[6];
    for (PathIterator path = shape.getPathIterator(null); !path.isDone(); path.next()) {
      int segment = path.currentSegment(to);
      if (segment == PathIterator.SEG_MOVETO) {
        startX = to[0];
        startY = to[1];
      } else {
        double toX = segment == PathIterator.SEG_CLOSE ? startX : to[0];
        double toY = segment == PathIterator.SEG_CLOSE ? startY : to[1];
        twice += x * toY - toX * y;
        to[0] = toX;
        to[1] = toY;
      }
      x = to[0];
      y = to[1];
    }
    return Math.abs(twice) / 2;
  }

  /** True where no pixel is passed twice, by the level, upright and diagonal lines of outlines. */
  private static boolean isSimple(int[][] outline) {
    Set<Long> passed = new HashSet<>();
    int[] from = outline[outline.length - 1];
    for (int[] to : outline) {
      int steps = Math.max(Math.abs(to[0] - from[0]), Math.abs(to[1] - from[1]));
      int dx = Integer.signum(to[0] - from[0]);
      int dy = Integer.signum(to[1] - from[1]);
      for (int i = 0; i < steps; i++) {
        long x = from[0] + (long) i * dx;
        long y = from[1] + (long) i * dy;
        if (!passed.add(x << 32 | y)) {
          return false;
        }
      }
      from = to;
    }
    return true;
  }
}
