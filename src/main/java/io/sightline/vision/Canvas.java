package io.sightline.vision;

import java.util.LinkedHashMap;
import java.util.Map;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Point;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * Draws on pictures. Holds the native points and colours of its calls, so that drawing allocates
 * nothing, and remembers how wide the texts of late were. For one thread at a time; shapes are cut
 * at the picture's border.
 */
public final class Canvas implements AutoCloseable {
  private static final int FONT = opencv_imgproc.FONT_HERSHEY_SIMPLEX;
  private static final int REMEMBERED_TEXTS = 1024;
  private static final int MAX_REMEMBERED_LENGTH = 200;
  private static final int MAX_RADIUS = 1 << 14;

  private final Point from = new Point();
  private final Point to = new Point();
  private final Size axes = new Size();
  private final Scalar paint = new Scalar();
  private final int[] baseline = new int[1];
  private final Map<String, TextStyle.Extent> extents =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, TextStyle.Extent> eldest) {
          return size() > REMEMBERED_TEXTS;
        }
      };
  private TextStyle extentsOf;
  private Mat pixels;

  /** Turns to the picture that the next calls draw on; the caller may write its pixels. */
  public Canvas on(Image image) {
    pixels = image.pixels();
    return this;
  }

  /** The outline from one corner to the other, both drawn; a negative thickness fills it. */
  public void rectangle(int x1, int y1, int x2, int y2, Color color, int thickness) {
    paint(color);
    if (thickness < 0) {
      area(Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2));
      return;
    }
    near(from, x1, y1, thickness);
    near(to, x2, y2, thickness);
    opencv_imgproc.rectangle(pixels, from, to, paint, thickness, 8, 0);
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
    paint(color);
    corner(left, top, r, 180, thickness);
    line(left, y1, right, y1, thickness);
    corner(right, top, r, 270, thickness);
    line(x2, top, x2, bottom, thickness);
    corner(right, bottom, r, 0, thickness);
    line(left, y2, right, y2, thickness);
    corner(left, bottom, r, 90, thickness);
    line(x1, top, x1, bottom, thickness);
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
    paint(color);
    area((long) x1 + r, y1, (long) x2 - r, y2);
    if (r == 0) {
      return;
    }
    area(x1, (long) y1 + r, x2, (long) y2 - r);
    disc((long) x1 + r, (long) y1 + r, r);
    disc((long) x2 - r, (long) y1 + r, r);
    disc((long) x1 + r, (long) y2 - r, r);
    disc((long) x2 - r, (long) y2 - r, r);
  }

  /** Fills what lies in the picture: OpenCV goes through each row and column, seen or not. */
  private void area(long x1, long y1, long x2, long y2) {
    long left = Math.max(x1, -1);
    long top = Math.max(y1, -1);
    long right = Math.min(x2, pixels.cols());
    long bottom = Math.min(y2, pixels.rows());
    if (left <= right && top <= bottom) {
      at(from, (int) left, (int) top);
      at(to, (int) right, (int) bottom);
      opencv_imgproc.rectangle(pixels, from, to, paint, opencv_imgproc.FILLED, 8, 0);
    }
  }

  /** One line of text; {@code x} is its left edge and {@code y} its base line. */
  public void text(String line, int x, int y, TextStyle style, Color color) {
    opencv_imgproc.putText(
        pixels,
        line,
        at(from, x, y),
        FONT,
        style.scale(),
        paint(color),
        style.thickness(),
        opencv_imgproc.LINE_AA,
        false);
  }

  /** What one line of text would cover. */
  public TextStyle.Extent extent(String line, TextStyle style) {
    if (!style.equals(extentsOf)) {
      extents.clear();
      extentsOf = style;
    }
    TextStyle.Extent known = extents.get(line);
    if (known == null) {
      try (Size size =
          opencv_imgproc.getTextSize(line, FONT, style.scale(), style.thickness(), baseline)) {
        known = new TextStyle.Extent(size.width(), size.height());
      }
      if (line.length() <= MAX_REMEMBERED_LENGTH) {
        extents.put(line, known);
      }
    }
    return known;
  }

  private void corner(long x, long y, int radius, double start, int thickness) {
    if (touches(x, y, (long) radius + Math.max(0, thickness))) {
      axes.width(radius).height(radius);
      at(from, (int) x, (int) y);
      opencv_imgproc.ellipse(pixels, from, axes, 0, start, start + 90, paint, thickness, 8, 0);
    }
  }

  /** A level or an upright line. */
  private void line(long x1, long y1, long x2, long y2, int thickness) {
    near(from, x1, y1, thickness);
    near(to, x2, y2, thickness);
    opencv_imgproc.line(pixels, from, to, paint, thickness, 8, 0);
  }

  private void disc(long x, long y, int radius) {
    if (touches(x, y, radius)) {
      at(from, (int) x, (int) y);
      opencv_imgproc.circle(pixels, from, radius, paint, opencv_imgproc.FILLED, 8, 0);
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

  private Scalar paint(Color color) {
    if (pixels.channels() == 1) {
      paint.put(0, color.blue());
    } else {
      paint.put(0, color.blue()).put(1, color.green()).put(2, color.red());
    }
    return paint;
  }

  @Override
  public void close() {
    from.close();
    to.close();
    axes.close();
    paint.close();
  }
}
