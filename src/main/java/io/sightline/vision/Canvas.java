package io.sightline.vision;

import java.util.List;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Point;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * Draws on pictures. Holds the native points and colours of its calls, so that drawing allocates
 * nothing, and remembers how wide the texts of late were. For one thread at a time; shapes are cut
 * at the picture's border.
 */
public final class Canvas implements AutoCloseable {
  /** A negative thickness fills a shape. */
  public static final int FILLED = opencv_imgproc.FILLED;

  private static final int MAX_RADIUS = 1 << 14;

  private final Point from = new Point();
  private final Point to = new Point();
  private final Size axes = new Size();
  private final Paint paint = new Paint();
  private final Paths paths = new Paths();
  private final Lettering lettering = new Lettering();
  private Image image;
  private Mat pixels;

  /** Turns to the picture that the next calls draw on; the caller may write its pixels. */
  public Canvas on(Image target) {
    image = target;
    pixels = target.pixels();
    return this;
  }

  /** Turns to pixels that belong to no picture. */
  Canvas on(Mat target) {
    image = null;
    pixels = target;
    return this;
  }

  /** The picture that is drawn on. */
  public Image image() {
    return image;
  }

  /** The outline from one corner to the other, both drawn; a negative thickness fills it. */
  public void rectangle(int x1, int y1, int x2, int y2, Color color, int thickness) {
    if (thickness < 0) {
      area(Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2), color);
      return;
    }
    near(from, x1, y1, thickness);
    near(to, x2, y2, thickness);
    opencv_imgproc.rectangle(pixels, from, to, paint.scalar(color), thickness, 8, 0);
  }

  /** The outline with corners that are quarters of a circle. */
  public void roundedRectangle(
      int x1, int y1, int x2, int y2, int radius, Color color, int thickness) {
    if (radius < 0) {
      throw new VisionException("a radius is 0 pixels or more, not " + radius);
    }
    int r = Math.min(radius, MAX_RADIUS);
    long left = (long) x1 + r;
    long top = (long) y1 + r;
    long right = (long) x2 - r;
    long bottom = (long) y2 - r;
    corner(left, top, r, 180, color, thickness);
    side(left, y1, right, y1, color, thickness);
    corner(right, top, r, 270, color, thickness);
    side(x2, top, x2, bottom, color, thickness);
    corner(right, bottom, r, 0, color, thickness);
    side(left, y2, right, y2, color, thickness);
    corner(left, bottom, r, 90, color, thickness);
    side(x1, top, x1, bottom, color, thickness);
  }

  /** The area from one corner to the other, corners rounded as far as its size allows. */
  public void filledRectangle(int x1, int y1, int x2, int y2, int radius, Color color) {
    if (x2 < x1 || y2 < y1 || radius < 0) {
      throw new VisionException(
          "an area has no negative size or radius: %d, %d to %d, %d with radius %d"
              .formatted(x1, y1, x2, y2, radius));
    }
    long half = Math.min((long) x2 - x1, (long) y2 - y1) / 2;
    int r = (int) Math.min(Math.min(radius, MAX_RADIUS), half);
    area((long) x1 + r, y1, (long) x2 - r, y2, color);
    if (r == 0) {
      return;
    }
    area(x1, (long) y1 + r, x2, (long) y2 - r, color);
    disc((long) x1 + r, (long) y1 + r, r, color);
    disc((long) x2 - r, (long) y1 + r, r, color);
    disc((long) x1 + r, (long) y2 - r, r, color);
    disc((long) x2 - r, (long) y2 - r, r, color);
  }

  /**
   * A region with corners that are quarters of a filled circle.
   *
   * @param radius of the corners, as far as the size allows, pixels
   */
  public void roundedArea(Region region, int radius, Color color) {
    long x2 = (long) region.x2() - 1;
    long y2 = (long) region.y2() - 1;
    long half = Math.min(x2 - region.x1(), y2 - region.y1()) / 2;
    int r = (int) Math.min(Math.min(radius, MAX_RADIUS), half);
    if (r <= 0) {
      area(region.x1(), region.y1(), x2, y2, color);
      return;
    }
    area((long) region.x1() + r, region.y1(), x2 - r, y2, color);
    area(region.x1(), (long) region.y1() + r, x2, y2 - r, color);
    corner((long) region.x1() + r, (long) region.y1() + r, r, 180, color, FILLED);
    corner(x2 - r, (long) region.y1() + r, r, 270, color, FILLED);
    corner((long) region.x1() + r, y2 - r, r, 90, color, FILLED);
    corner(x2 - r, y2 - r, r, 0, color, FILLED);
  }

  /** Fills what lies in the picture: OpenCV goes through each row and column, seen or not. */
  private void area(long x1, long y1, long x2, long y2, Color color) {
    long left = Math.max(x1, -1);
    long top = Math.max(y1, -1);
    long right = Math.min(x2, pixels.cols());
    long bottom = Math.min(y2, pixels.rows());
    if (left <= right && top <= bottom) {
      at(from, (int) left, (int) top);
      at(to, (int) right, (int) bottom);
      opencv_imgproc.rectangle(pixels, from, to, paint.scalar(color), FILLED, 8, 0);
    }
  }

  /**
   * A circle around a pixel; a negative thickness fills it. One too large to be told from straight
   * lines, 16384 pixels, is left out.
   */
  public void circle(int x, int y, int radius, Color color, int thickness) {
    if (radius <= MAX_RADIUS && touches(x, y, (long) radius + Math.max(0, thickness))) {
      opencv_imgproc.circle(pixels, at(from, x, y), radius, paint.scalar(color), thickness, 8, 0);
    }
  }

  /**
   * A part of an upright ellipse around a pixel, its pixels meeting at their sides; a negative
   * thickness fills it. One too large to be told from straight lines, 16384 pixels, is left out.
   *
   * @param width half of it, pixels
   * @param height half of it, pixels
   * @param start degrees, clockwise from the right
   * @param end degrees
   */
  public void arc(
      int x, int y, int width, int height, int start, int end, Color color, int thickness) {
    int reach = Math.max(width, height);
    if (width >= 0
        && height >= 0
        && reach <= MAX_RADIUS
        && touches(x, y, (long) reach + Math.max(0, thickness))) {
      axes.width(width).height(height);
      opencv_imgproc.ellipse(
          pixels,
          at(from, x, y),
          axes,
          0,
          start,
          end,
          paint.scalar(color),
          thickness,
          opencv_imgproc.LINE_4,
          0);
    }
  }

  public void line(int x1, int y1, int x2, int y2, Color color, int thickness) {
    paths.line(pixels, x1, y1, x2, y2, paint.scalar(color), thickness);
  }

  /**
   * Lines from point to point.
   *
   * @param points x and y
   * @param closed whether a line leads back to the first point
   */
  public void path(int[][] points, boolean closed, Color color, int thickness) {
    paths.outline(pixels, points, closed, paint.scalar(color), thickness);
  }

  /** Fills what lies inside an odd number of the polygons, their borders, too. */
  public void polygons(List<int[][]> polygons, Color color) {
    paths.fill(pixels, polygons, paint.scalar(color));
  }

  /** One line of text; {@code x} is its left edge and {@code y} its base line. */
  public void text(String line, int x, int y, TextStyle style, Color color) {
    lettering.write(pixels, line, at(from, x, y), style, paint.scalar(color));
  }

  /** What one line of text would cover. */
  public TextStyle.Extent extent(String line, TextStyle style) {
    return lettering.extent(line, style);
  }

  private void corner(long x, long y, int radius, double start, Color color, int thickness) {
    if (touches(x, y, (long) radius + Math.max(0, thickness))) {
      axes.width(radius).height(radius);
      at(from, (int) x, (int) y);
      opencv_imgproc.ellipse(
          pixels, from, axes, 0, start, start + 90, paint.scalar(color), thickness, 8, 0);
    }
  }

  private void side(long x1, long y1, long x2, long y2, Color color, int thickness) {
    paths.line(pixels, x1, y1, x2, y2, paint.scalar(color), thickness);
  }

  private void disc(long x, long y, int radius, Color color) {
    if (touches(x, y, radius)) {
      at(from, (int) x, (int) y);
      opencv_imgproc.circle(pixels, from, radius, paint.scalar(color), FILLED, 8, 0);
    }
  }

  private boolean touches(long x, long y, long reach) {
    return x >= -reach && y >= -reach && x <= pixels.cols() + reach && y <= pixels.rows() + reach;
  }

  /** Moves what lies far outside to where a line of this thickness is not seen, either. */
  private void near(Point point, long x, long y, int thickness) {
    int margin = Math.max(0, thickness) + 2;
    at(
        point,
        (int) Math.max(-margin, Math.min(x, pixels.cols() + margin)),
        (int) Math.max(-margin, Math.min(y, pixels.rows() + margin)));
  }

  private static Point at(Point point, int x, int y) {
    return point.x(x).y(y);
  }

  @Override
  public void close() {
    from.close();
    to.close();
    axes.close();
    paint.close();
    paths.close();
  }
}
