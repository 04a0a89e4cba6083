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
    opencv_imgproc.rectangle(
        pixels, at(from, x1, y1), at(to, x2, y2), paint(color), thickness, 8, 0);
  }

  /** The outline with corners that are quarters of a circle. */
  public void roundedRectangle(
      int x1, int y1, int x2, int y2, int radius, Color color, int thickness) {
    paint(color);
    corner(x1 + radius, y1 + radius, radius, 180, thickness);
    line(x1 + radius, y1, x2 - radius, y1, thickness);
    corner(x2 - radius, y1 + radius, radius, 270, thickness);
    line(x2, y1 + radius, x2, y2 - radius, thickness);
    corner(x2 - radius, y2 - radius, radius, 0, thickness);
    line(x1 + radius, y2, x2 - radius, y2, thickness);
    corner(x1 + radius, y2 - radius, radius, 90, thickness);
    line(x1, y1 + radius, x1, y2 - radius, thickness);
  }

  /** The area from one corner to the other, corners rounded as far as its size allows. */
  public void filledRectangle(int x1, int y1, int x2, int y2, int radius, Color color) {
    int r = Math.min(radius, Math.floorDiv(Math.min(x2 - x1, y2 - y1), 2));
    rectangle(x1 + r, y1, x2 - r, y2, color, opencv_imgproc.FILLED);
    if (r == 0) {
      return;
    }
    rectangle(x1, y1 + r, x2, y2 - r, color, opencv_imgproc.FILLED);
    disc(x1 + r, y1 + r, r);
    disc(x2 - r, y1 + r, r);
    disc(x1 + r, y2 - r, r);
    disc(x2 - r, y2 - r, r);
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
      extents.put(line, known);
    }
    return known;
  }

  private void corner(int x, int y, int radius, double start, int thickness) {
    axes.width(radius).height(radius);
    opencv_imgproc.ellipse(
        pixels, at(from, x, y), axes, 0, start, start + 90, paint, thickness, 8, 0);
  }

  private void line(int x1, int y1, int x2, int y2, int thickness) {
    opencv_imgproc.line(pixels, at(from, x1, y1), at(to, x2, y2), paint, thickness, 8, 0);
  }

  private void disc(int x, int y, int radius) {
    opencv_imgproc.circle(pixels, at(from, x, y), radius, paint, opencv_imgproc.FILLED, 8, 0);
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
