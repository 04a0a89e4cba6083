package io.sightline.workflow.blocks.images;

import io.sightline.vision.Mask;
import io.sightline.vision.Pixels;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/** What lies within some pixels of the outlines of masks. */
final class OutlineBand {
  private static final double MAX_WORK = 2e10;

  private final int width;
  private final int height;
  private final int radius;
  private final byte[] pixels;
  private double work;

  /**
   * @param radius how far the band reaches to either side, pixels
   */
  OutlineBand(int width, int height, int radius) {
    this.width = width;
    this.height = height;
    this.radius = radius;
    this.pixels = new byte[width * height];
  }

  /** Adds the band around a mask. Works on the mask's surroundings alone. */
  void add(Mask mask) {
    if (mask.isEmpty()) {
      return;
    }
    int left = Math.max(0, mask.left() - radius);
    int top = Math.max(0, mask.top() - radius);
    int right = Math.min(width, mask.left() + mask.width() + radius);
    int bottom = Math.min(height, mask.top() + mask.height() + radius);
    int side = 2 * radius + 1;
    work += 2.0 * (right - left) * (bottom - top) * side * side;
    ImageFields.bound("boundary_band_width " + radius, work, MAX_WORK);
    try (Mat own = mask.region();
        Mat region = new Mat();
        Mat inner = new Mat();
        Mat outer = new Mat();
        Scalar zero = Scalar.all(0);
        Size size = new Size(side, side);
        Mat kernel = opencv_imgproc.getStructuringElement(opencv_imgproc.MORPH_ELLIPSE, size)) {
      opencv_core.copyMakeBorder(
          own,
          region,
          mask.top() - top,
          bottom - mask.top() - mask.height(),
          mask.left() - left,
          right - mask.left() - mask.width(),
          opencv_core.BORDER_CONSTANT,
          zero);
      opencv_imgproc.erode(region, inner, kernel);
      opencv_imgproc.dilate(region, outer, kernel);
      byte[] in = new Pixels().read(inner);
      byte[] out = new Pixels().read(outer);
      for (int i = 0; i < out.length; i++) {
        if (out[i] != 0 && in[i] == 0) {
          pixels[(top + i / (right - left)) * width + left + i % (right - left)] = 1;
        }
      }
    }
  }

  /** 1 in the band, row by row. */
  byte[] pixels() {
    return pixels;
  }
}
