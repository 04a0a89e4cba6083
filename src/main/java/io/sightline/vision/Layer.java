package io.sightline.vision;

import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * Pixels beside a picture, kept from frame to frame so that nothing is allocated for each. For one
 * thread at a time.
 */
public final class Layer implements AutoCloseable {
  private static final int AS_THE_PICTURE = -1;

  private final int type;
  private Mat pixels;

  private Layer(int type) {
    this.type = type;
  }

  /** One byte for each pixel. */
  public static Layer bytes() {
    return new Layer(opencv_core.CV_8UC1);
  }

  /** One float for each pixel. */
  public static Layer floats() {
    return new Layer(opencv_core.CV_32FC1);
  }

  /** As many bytes for each pixel as the picture has. */
  public static Layer colors() {
    return new Layer(AS_THE_PICTURE);
  }

  /** True where {@link #over} would begin anew, with another size than before. */
  public boolean isNewFor(Image image) {
    return pixels == null
        || pixels.cols() != image.width()
        || pixels.rows() != image.height()
        || pixels.type() != typeFor(image);
  }

  /** The layer in a picture's size, with what was left in it; 0 where it is new. */
  public Mat over(Image image) {
    if (isNewFor(image)) {
      close();
      try (Scalar zero = Scalar.all(0)) {
        pixels = new Mat(image.height(), image.width(), typeFor(image), zero);
      }
    }
    return pixels;
  }

  /** As {@link #over}, but what was left in it is scaled to the new size. */
  public Mat scaledTo(Image image) {
    if (pixels == null || !isNewFor(image)) {
      return over(image);
    }
    Mat before = pixels;
    pixels = null;
    try (before;
        Size size = new Size(image.width(), image.height())) {
      opencv_imgproc.resize(before, over(image), size, 0, 0, opencv_imgproc.INTER_NEAREST);
    }
    return pixels;
  }

  private int typeFor(Image image) {
    return type == AS_THE_PICTURE ? image.pixels().type() : type;
  }

  @Override
  public void close() {
    if (pixels != null) {
      pixels.close();
      pixels = null;
    }
  }
}
