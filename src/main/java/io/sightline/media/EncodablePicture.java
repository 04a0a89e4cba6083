package io.sightline.media;

import dev.onvoid.webrtc.media.video.NativeI420Buffer;
import io.sightline.vision.ImagePool;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;

/**
 * Makes any picture one that the video encoders take: three channels, even sides of at least
 * {@value #MIN_SIDE} pixels. A picture that is one already is converted where it lies.
 */
final class EncodablePicture implements AutoCloseable {
  private static final int MIN_SIDE = 16;
  private static final int MAX_SIDE = 16_382;

  private final ImagePool pool = new ImagePool(2);

  /**
   * The planes of {@code pixels}; the caller releases them.
   *
   * @throws MediaException where the picture is empty or larger than any encoder takes
   */
  NativeI420Buffer planes(Mat pixels) {
    int width = side(pixels.cols());
    int height = side(pixels.rows());
    if (pixels.channels() == 3
        && pixels.isContinuous()
        && width == pixels.cols()
        && height == pixels.rows()) {
      return I420.of(pixels);
    }
    Mat fitted = pool.take(width, height, 3);
    try {
      fit(pixels, fitted);
      return I420.of(fitted);
    } finally {
      pool.give(fitted);
    }
  }

  private static int side(int length) {
    if (length < 1 || length > MAX_SIDE) {
      throw new MediaException(
          "a picture side of %d pixels cannot be encoded: 1 to %d".formatted(length, MAX_SIDE));
    }
    return Math.max(MIN_SIDE, length & ~1);
  }

  /** Copies what both have in common to the top left; the rest, if any, is black. */
  private static void fit(Mat from, Mat to) {
    int width = Math.min(from.cols(), to.cols());
    int height = Math.min(from.rows(), to.rows());
    try (Rect common = new Rect(0, 0, width, height);
        Mat part = from.apply(common);
        Mat target = to.apply(common);
        Scalar black = Scalar.all(0)) {
      if (width < to.cols() || height < to.rows()) {
        to.put(black);
      }
      if (from.channels() == 1) {
        opencv_imgproc.cvtColor(part, target, opencv_imgproc.COLOR_GRAY2BGR);
      } else {
        part.copyTo(target);
      }
    }
  }

  @Override
  public void close() {
    pool.close();
  }
}
