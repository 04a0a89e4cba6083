package io.sightline.workflow.blocks.images;

import io.sightline.vision.Image;
import io.sightline.vision.Pixels;
import org.bytedeco.opencv.opencv_core.Mat;

/** Draws what a camera shows a photographer: stripes, peaks, a grid and a display. */
final class FocusOverlay implements AutoCloseable {
  private static final int STRIPE = 8;
  private static final int SHARP = 30 * 255 / 100;
  private static final double PEAK_OPACITY = 0.6;
  private static final int REFERENCE_SIDE = 720;

  private final Pixels picture = new Pixels();
  private final Pixels greys = new Pixels();
  private final Pen pen = new Pen();
  private final FocusDisplay display = new FocusDisplay(pen);

  /**
   * @param zebra stripes where grey is below {@code dark} or above {@code bright}
   * @param peaks green where the picture is sharp
   * @param cross a mark in the centre
   * @param grid parts in either direction, 0 for none
   * @param display sharpness and histogram
   */
  record Options(
      boolean zebra,
      int dark,
      int bright,
      boolean peaks,
      boolean cross,
      int grid,
      boolean display) {
    boolean any() {
      return zebra || peaks || cross || grid > 0 || display;
    }
  }

  /**
   * @param shown what to draw on, in colour
   * @param original the picture that came in
   * @param grey the grey pixels of it
   */
  void draw(
      Image shown, Image original, Mat grey, Sharpness sharpness, double focus, Options options) {
    if (options.zebra || options.peaks) {
      byte[] bytes = picture.read(shown.pixels());
      if (options.zebra) {
        stripe(bytes, greys.read(grey), shown.width(), options);
      }
      if (options.peaks) {
        peak(bytes, sharpness);
      }
      picture.write(shown.pixels());
    }
    pen.on(shown);
    double scale = scale(shown);
    if (options.cross) {
      cross(shown, scale);
    }
    grid(shown, options.grid);
    if (options.display) {
      display.draw(shown, original, grey, focus, scale);
    }
  }

  /** Sizes grow with the picture, from 0.4 to 2.5 times what they are at 720 pixels. */
  private static double scale(Image image) {
    double scale = (double) Math.min(image.height(), image.width()) / REFERENCE_SIDE;
    return Math.max(0.4, Math.min(scale, 2.5));
  }

  private static void stripe(byte[] bytes, byte[] grey, int width, Options options) {
    for (int i = 0; i < grey.length; i++) {
      int level = grey[i] & 0xff;
      boolean striped = (i % width + i / width) / STRIPE % 2 == 0;
      if (striped && (level < options.dark || level > options.bright)) {
        for (int c = 0; c < 3; c++) {
          boolean pure = level > options.bright ? c == 2 : c == 0;
          int at = i * 3 + c;
          bytes[at] = (byte) (int) ((bytes[at] & 0xff) * 0.5 + (pure ? 255 : 0) * 0.5);
        }
      }
    }
  }

  private static void peak(byte[] bytes, Sharpness sharpness) {
    float max = sharpness.max();
    if (max == 0) {
      return;
    }
    for (int i = 0; i < bytes.length / 3; i++) {
      if ((int) (sharpness.at(i) / max * 255) > SHARP) {
        for (int c = 0; c < 3; c++) {
          int at = i * 3 + c;
          double green = (c == 1 ? 255 : 0) * PEAK_OPACITY;
          bytes[at] = (byte) (int) ((bytes[at] & 0xff) * (1 - PEAK_OPACITY) + green);
        }
      }
    }
  }

  private void cross(Image image, double scale) {
    int size = (int) (20 * scale);
    int thickness = (int) Math.max(1, 1.6 * scale);
    int x = image.width() / 2;
    int y = image.height() / 2;
    pen.color(255, 255, 255)
        .line(x - size, y, x + size, y, thickness)
        .line(x, y - size, x, y + size, thickness);
  }

  private void grid(Image image, int parts) {
    pen.color(128, 128, 128);
    for (int i = 1; i < parts; i++) {
      int x = image.width() * i / parts;
      int y = image.height() * i / parts;
      pen.line(x, 0, x, image.height(), 1).line(0, y, image.width(), y, 1);
    }
  }

  @Override
  public void close() {
    pen.close();
  }
}
