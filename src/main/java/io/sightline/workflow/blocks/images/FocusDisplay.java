package io.sightline.workflow.blocks.images;

import io.sightline.vision.Image;
import io.sightline.vision.Levels;
import io.sightline.vision.Pixels;
import java.util.Locale;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;

/** A dark panel in the upper left corner with a picture's sharpness and its histogram. */
final class FocusDisplay {
  private static final String FOCUS = "TFM Focus";
  private static final String EXPOSURE = "Exposure";
  private static final double OPACITY = 0.7;

  private final Pen pen;
  private final Pixels pixels = new Pixels();

  FocusDisplay(Pen pen) {
    this.pen = pen;
  }

  /**
   * @param shown what to draw on; the pen has turned to it
   * @param grey the grey pixels of {@code original}
   */
  void draw(Image shown, Image original, Mat grey, double focus, double scale) {
    int padding = (int) (14 * scale);
    int plotWidth = (int) (180 * scale);
    int plotHeight = (int) (50 * scale);
    double large = 0.5 * scale;
    double small = 0.4 * scale;
    int thickness = (int) Math.max(1, 1.6 * scale);
    int spacing = (int) (6 * scale);
    int section = (int) (12 * scale);
    String value = String.format(Locale.ROOT, "%.1f", focus);
    int[] label = pen.extent(FOCUS, large, thickness);
    int[] number = pen.extent(value, large, thickness);
    int[] exposure = pen.extent(EXPOSURE, small, thickness);
    int content =
        Math.max(label[0] + number[0] + (int) (20 * scale), Math.max(exposure[0], plotWidth));
    int left = (int) (12 * scale);
    int top = left;
    int right = left + content + 2 * padding;
    int bottom = top + label[1] + section + exposure[1] + spacing + plotHeight + 2 * padding;
    darken(shown.pixels(), left, top, right, bottom);
    pen.color(80, 80, 80).rectangle(left, top, right, bottom, 1);
    int textX = left + padding;
    int y = top + padding + label[1];
    outlined(FOCUS, textX, y, large, 255, thickness);
    outlined(value, right - padding - number[0], y, large, 255, thickness);
    int divider = y + (int) (section * 0.5);
    pen.color(60, 60, 60).line(textX, divider, right - padding, divider, 1);
    y += section + exposure[1];
    outlined(EXPOSURE, textX, y, small, 180, thickness);
    int floor = y + spacing + plotHeight - 1;
    pen.color(0, 0, 0).rectangle(textX, y + spacing, textX + plotWidth, floor, -1);
    plots(original, grey, new Plot(textX, floor, plotWidth, plotHeight, thickness));
  }

  private void outlined(String text, int x, int y, double scale, int level, int thickness) {
    pen.color(0, 0, 0).text(text, x, y, scale, thickness + 2);
    pen.color(level, level, level).text(text, x, y, scale, thickness);
  }

  private static void darken(Mat pixels, int left, int top, int right, int bottom) {
    int x2 = Math.min(right + 1, pixels.cols());
    int y2 = Math.min(bottom + 1, pixels.rows());
    if (x2 <= left || y2 <= top) {
      return;
    }
    try (Rect area = new Rect(left, top, x2 - left, y2 - top);
        Mat part = new Mat(pixels, area);
        Scalar zero = Scalar.all(0);
        Mat black = new Mat(part.rows(), part.cols(), part.type(), zero)) {
      opencv_core.addWeighted(black, OPACITY, part, 1 - OPACITY, 0, part);
    }
  }

  /** Where a histogram is drawn: its left edge, its floor, and its size, pixels. */
  private record Plot(int left, int floor, int width, int height, int thickness) {}

  private void plots(Image original, Mat grey, Plot plot) {
    byte[] bytes = pixels.read(original.pixels());
    if (original.channels() == 3) {
      for (int c = 0; c < 3; c++) {
        pen.color(c == 0 ? 255 : 0, c == 1 ? 255 : 0, c == 2 ? 255 : 0);
        plot(Levels.of(bytes, c, 3), plot);
      }
    }
    pen.color(255, 255, 255);
    plot(Levels.of(pixels.read(grey), 0, 1), plot);
  }

  private void plot(Levels levels, Plot plot) {
    float most = 0;
    for (int i = 0; i < Levels.COUNT; i++) {
      most = Math.max(most, levels.count(i));
    }
    int[] points = new int[2 * Levels.COUNT];
    double step = (plot.width - 1) / (Levels.COUNT - 1.0);
    for (int i = 0; i < Levels.COUNT; i++) {
      points[2 * i] = (int) (i * step + plot.left);
      points[2 * i + 1] = plot.floor - (int) (levels.count(i) / most * plot.height);
    }
    pen.path(points, plot.thickness);
  }
}
