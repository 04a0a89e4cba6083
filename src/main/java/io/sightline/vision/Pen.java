package io.sightline.vision;

import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;

/** Draws inscriptions on pictures, edges smoothed. For one thread at a time. */
public final class Pen implements AutoCloseable {
  private static final double WHOLE = 1.0 / 255;

  private final Paint paint = new Paint();
  private final Mat share = new Mat();
  private final Mat rest = new Mat();
  private final Mat ink = new Mat();

  /**
   * @param x left edge of the line, pixels
   * @param y base line, pixels
   */
  public void write(Image image, Inscription text, int x, int y, Color color) {
    int left = x + text.left();
    int top = y - text.ascent();
    Region seen =
        new Region(left, top, left + text.inkWidth(), top + text.inkHeight())
            .clip(Region.all(image));
    if (seen.isEmpty()) {
      return;
    }
    Region part = new Region(seen.x1() - left, seen.y1() - top, seen.x2() - left, seen.y2() - top);
    try (Mat whole = new Mat(text.inkHeight(), text.inkWidth(), opencv_core.CV_8UC1)) {
      whole.data().put(text.coverage());
      try (Mat coverage = part.of(whole);
          Mat scene = seen.of(image.pixels())) {
        blend(coverage, scene, color);
      }
    }
  }

  private void blend(Mat coverage, Mat scene, Color color) {
    if (scene.channels() == 1) {
      coverage.copyTo(share);
    } else {
      opencv_imgproc.cvtColor(coverage, share, opencv_imgproc.COLOR_GRAY2BGR);
    }
    opencv_core.bitwise_not(share, rest);
    ink.create(scene.rows(), scene.cols(), scene.type());
    ink.put(paint.scalar(color));
    opencv_core.multiply(ink, share, ink, WHOLE, -1);
    opencv_core.multiply(scene, rest, rest, WHOLE, -1);
    opencv_core.add(ink, rest, scene);
  }

  @Override
  public void close() {
    paint.close();
    share.close();
    rest.close();
    ink.close();
  }
}
