package io.sightline.model;

import io.sightline.vision.Mask;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.indexer.FloatIndexer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * Enlarges a part of a network's small mask to the picture, as if all of it were enlarged, and cuts
 * it at a threshold. Memory of one caller.
 */
final class MaskEnlargement implements AutoCloseable {
  private final Mat enlarged = new Mat();
  private final Mat binary = new Mat();

  /** A part of a small mask: its edges and size in its pixels. */
  record Part(int left, int top, int width, int height) {
    boolean isEmpty() {
      return width <= 0 || height <= 0;
    }

    /** The part that is inside both. */
    Part and(Part other) {
      int x = Math.max(left, other.left);
      int y = Math.max(top, other.top);
      return new Part(
          x,
          y,
          Math.min(left + width, other.left + other.width) - x,
          Math.min(top + height, other.top + other.height) - y);
    }

    /** The same with a margin all around. */
    Part wider(int margin) {
      return new Part(left - margin, top - margin, width + 2 * margin, height + 2 * margin);
    }
  }

  /** What of a mask of that size the picture covers. */
  static Part content(int width, int height, InputSpec input, Placement placement) {
    double scaleX = (double) width / input.width();
    double scaleY = (double) height / input.height();
    int left = (int) Math.rint(placement.left() * scaleX);
    int top = (int) Math.rint(placement.top() * scaleY);
    int right = (int) Math.rint(placement.padRight(input) * scaleX);
    int bottom = (int) Math.rint(placement.padBottom(input) * scaleY);
    return new Part(left, top, width - left - right, height - top - bottom);
  }

  /**
   * @param values the part's, row by row; beyond its edges the values at them go on
   * @param content what of the small mask the picture covers
   */
  Mask mask(float[] values, Part part, Part content, Placement placement, double threshold) {
    Placement.Whole whole = placement.whole();
    if (part.isEmpty() || content.isEmpty()) {
      return Mask.empty(whole.width(), whole.height());
    }
    double stepX = (double) placement.pictureWidth() / content.width;
    double stepY = (double) placement.pictureHeight() / content.height;
    int left = Math.max(0, (int) Math.floor((part.left - content.left) * stepX));
    int top = Math.max(0, (int) Math.floor((part.top - content.top) * stepY));
    int right = (int) Math.ceil((part.left - content.left + part.width) * stepX);
    int bottom = (int) Math.ceil((part.top - content.top + part.height) * stepY);
    right = Math.min(placement.pictureWidth(), right);
    bottom = Math.min(placement.pictureHeight(), bottom);
    if (right <= left || bottom <= top) {
      return Mask.empty(whole.width(), whole.height());
    }
    double shiftX = (left + 0.5) / stepX - 0.5 - (part.left - content.left);
    double shiftY = (top + 0.5) / stepY - 0.5 - (part.top - content.top);
    try (Mat small = new Mat(part.height, part.width, opencv_core.CV_32FC1);
        FloatPointer numbers = new FloatPointer(small.data());
        Mat warp = new Mat(2, 3, opencv_core.CV_32FC1);
        FloatIndexer matrix = warp.createIndexer();
        Size size = new Size(right - left, bottom - top);
        Scalar zero = Scalar.all(0)) {
      numbers.put(values, 0, part.width * part.height);
      matrix.put(0, 0, (float) (1 / stepX)).put(0, 1, 0f).put(0, 2, (float) shiftX);
      matrix.put(1, 0, 0f).put(1, 1, (float) (1 / stepY)).put(1, 2, (float) shiftY);
      opencv_imgproc.warpAffine(
          small,
          enlarged,
          warp,
          size,
          opencv_imgproc.INTER_LINEAR | opencv_imgproc.WARP_INVERSE_MAP,
          opencv_core.BORDER_REPLICATE,
          zero);
      opencv_imgproc.threshold(enlarged, enlarged, threshold, 1, opencv_imgproc.THRESH_BINARY);
      enlarged.convertTo(binary, opencv_core.CV_8U);
    }
    return Mask.of(whole.width(), whole.height(), whole.left() + left, whole.top() + top, binary);
  }

  @Override
  public void close() {
    enlarged.close();
    binary.close();
  }
}
