package io.sightline.model;

import java.nio.FloatBuffer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.MatVector;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * The input memory of one caller: a direct buffer that OpenCV writes and ONNX Runtime reads. Used
 * by one thread at a time.
 */
final class InputTensor implements AutoCloseable {
  private final InputSpec spec;
  private final FloatBuffer values;
  private final FloatPointer address;
  private final Mat[] planes = new Mat[InputSpec.CHANNELS];
  private final Mat[] windows = new Mat[InputSpec.CHANNELS];
  private final Mat resized = new Mat();
  private final MatVector split = new MatVector(InputSpec.CHANNELS);
  private final Mat[] channels = new Mat[InputSpec.CHANNELS];
  private final Size size = new Size();
  private Placement placement;

  /** One with memory of its own. */
  InputTensor(InputSpec spec) {
    this(spec, Network.floats(InputSpec.CHANNELS * spec.width() * spec.height()));
  }

  /**
   * @param values where the picture goes; direct, in native order; belongs to the caller
   */
  InputTensor(InputSpec spec, FloatBuffer values) {
    this.spec = spec;
    this.values = values;
    int plane = spec.width() * spec.height();
    address = new FloatPointer(values);
    for (int c = 0; c < InputSpec.CHANNELS; c++) {
      planes[c] =
          new Mat(
              spec.height(),
              spec.width(),
              opencv_core.CV_32FC1,
              address.getPointer((long) c * plane));
      channels[c] = split.get(c);
    }
  }

  /** The floats, channels first; their content changes with every {@link #fill}. */
  FloatBuffer values() {
    return values;
  }

  /**
   * Writes {@code picture} (8 bits, 1 or 3 channels, blue first) as the network wants it.
   *
   * @throws ModelException where the picture is something else
   */
  Placement fill(Mat picture) {
    check(picture);
    layOut(picture.cols(), picture.rows());
    if (spec.resize() != InputSpec.Resize.CENTER_CROP) {
      return write(picture);
    }
    try (Rect part = placement.seen(spec);
        Mat middle = new Mat(picture, part)) {
      return write(middle);
    }
  }

  private Placement write(Mat picture) {
    Mat content = picture;
    if (size.width() != picture.cols() || size.height() != picture.rows()) {
      opencv_imgproc.resize(picture, resized, size, 0, 0, opencv_imgproc.INTER_LINEAR);
      content = resized;
    }
    boolean grey = content.channels() == 1;
    if (!grey) {
      opencv_core.split(content, split);
    }
    for (int c = 0; c < InputSpec.CHANNELS; c++) {
      Mat source = grey ? content : channels[spec.rgb() ? InputSpec.CHANNELS - 1 - c : c];
      source.convertTo(windows[c], opencv_core.CV_32F, spec.gain().get(c), spec.offset().get(c));
    }
    return placement;
  }

  private static void check(Mat picture) {
    if (picture.empty()
        || picture.depth() != opencv_core.CV_8U
        || (picture.channels() != 1 && picture.channels() != InputSpec.CHANNELS)) {
      throw new ModelException(
          "a picture must have 8 bits and 1 or 3 channels, not %dx%d, depth code %d, %d channels"
              .formatted(picture.cols(), picture.rows(), picture.depth(), picture.channels()));
    }
  }

  private void layOut(int width, int height) {
    if (placement != null
        && placement.pictureWidth() == width
        && placement.pictureHeight() == height) {
      return;
    }
    placement = null;
    Placement next = spec.place(width, height);
    try (Rect window = next.window(spec)) {
      size.width(window.width()).height(window.height());
      for (int c = 0; c < InputSpec.CHANNELS; c++) {
        pad(c);
        free(windows[c]);
        windows[c] = new Mat(planes[c], window);
      }
    }
    placement = next;
  }

  private void pad(int c) {
    double value = spec.padding() * spec.gain().get(c) + spec.offset().get(c);
    try (Scalar level = new Scalar(value)) {
      planes[c].put(level);
    }
  }

  private static void free(Mat mat) {
    if (mat != null) {
      mat.close();
    }
  }

  @Override
  public void close() {
    for (int c = 0; c < InputSpec.CHANNELS; c++) {
      free(windows[c]);
      planes[c].close();
      channels[c].close();
    }
    split.close();
    resized.close();
    size.close();
    address.close();
  }
}
