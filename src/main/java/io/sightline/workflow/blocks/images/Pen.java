package io.sightline.workflow.blocks.images;

import io.sightline.vision.Image;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Point;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * Draws plain lines, areas and letters, edges not smoothed. Holds the native points and colours of
 * its calls. For one thread at a time.
 */
final class Pen implements AutoCloseable {
  private static final int FONT = opencv_imgproc.FONT_HERSHEY_SIMPLEX;

  private final Point from = new Point();
  private final Point to = new Point();
  private final Scalar paint = new Scalar();
  private final int[] baseline = new int[1];
  private Mat pixels;

  /** Turns to the picture that the next calls draw on; the caller may write its pixels. */
  Pen on(Image image) {
    pixels = image.pixels();
    return this;
  }

  Pen color(int blue, int green, int red) {
    paint.put(0, blue).put(1, green).put(2, red);
    return this;
  }

  Pen line(int x1, int y1, int x2, int y2, int thickness) {
    from.x(x1).y(y1);
    to.x(x2).y(y2);
    opencv_imgproc.line(pixels, from, to, paint, thickness, opencv_imgproc.LINE_8, 0);
    return this;
  }

  /** From one corner to the other, both drawn; a negative thickness fills it. */
  Pen rectangle(int x1, int y1, int x2, int y2, int thickness) {
    from.x(x1).y(y1);
    to.x(x2).y(y2);
    opencv_imgproc.rectangle(pixels, from, to, paint, thickness, opencv_imgproc.LINE_8, 0);
    return this;
  }

  /** Lines from each point, x and y one after the other, to the next. */
  Pen path(int[] points, int thickness) {
    for (int i = 2; i < points.length; i += 2) {
      line(points[i - 2], points[i - 1], points[i], points[i + 1], thickness);
    }
    return this;
  }

  /** One line of text; {@code x} is its left edge and {@code y} its base line. */
  Pen text(String text, int x, int y, double scale, int thickness) {
    from.x(x).y(y);
    opencv_imgproc.putText(
        pixels, text, from, FONT, scale, paint, thickness, opencv_imgproc.LINE_8, false);
    return this;
  }

  /** Width and height of what a line of text would cover, pixels. */
  int[] extent(String text, double scale, int thickness) {
    try (Size size = opencv_imgproc.getTextSize(text, FONT, scale, thickness, baseline)) {
      return new int[] {size.width(), size.height()};
    }
  }

  @Override
  public void close() {
    from.close();
    to.close();
    paint.close();
  }
}
