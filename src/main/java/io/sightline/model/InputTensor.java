package io.sightline.model;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * The input memory of one caller: a direct buffer that OpenCV writes and ONNX Runtime reads. A
 * picture is resized as bytes, and made numbers of the network's kind in the pass that puts them
 * into their place. Used by one thread at a time.
 */
final class InputTensor implements AutoCloseable {
  static final int CHANNELS = TensorLayout.CHANNELS;

  /** A picture is cut before it is resized where the whole would be larger than these inputs. */
  private static final int LARGEST = 4;

  private final InputSpec spec;
  private final ByteBuffer raw;
  private final BytePointer address;
  private final Surface surface;
  private final Mat resized = new Mat();
  private final Size size = new Size();
  private Placement placement;

  /** One with memory of its own. */
  InputTensor(InputSpec spec) {
    this(spec, Network.bytes(spec.tensor("")));
  }

  /**
   * @param raw where the picture goes, as the first; direct, in native order; belongs to the caller
   */
  InputTensor(InputSpec spec, ByteBuffer raw) {
    this.spec = spec;
    this.raw = raw;
    address = new BytePointer(raw);
    surface =
        spec.layout().channelsLast() ? new PixelSurface(spec, address) : new Planes(spec, address);
  }

  /** The floats of the tensor, where it is of 32-bit floats. */
  FloatBuffer values() {
    return raw.asFloatBuffer();
  }

  /**
   * Writes {@code picture} (8 bits, 1 or 3 channels, blue first) as the network wants it, as the
   * first of the batch.
   *
   * @throws ModelException where the picture is something else
   */
  Placement fill(Mat picture) {
    check(picture);
    layOut(picture.cols(), picture.rows());
    return switch (spec.resize()) {
      case STRETCH, LETTERBOX, LETTERBOX_BEHIND -> write(picture);
      case CENTER_CROP -> writeMiddle(picture);
      case RESIZE_AND_CROP -> isModest() ? writeMiddleOfResized(picture) : writeMiddle(picture);
    };
  }

  private boolean isModest() {
    return placement.width() <= LARGEST * spec.width()
        && placement.height() <= LARGEST * spec.height();
  }

  private Placement writeMiddleOfResized(Mat picture) {
    try (Size whole = new Size(placement.width(), placement.height());
        Rect part = new Rect(-placement.left(), -placement.top(), spec.width(), spec.height())) {
      opencv_imgproc.resize(picture, resized, whole, 0, 0, opencv_imgproc.INTER_LINEAR);
      try (Mat middle = new Mat(resized, part)) {
        surface.write(middle);
      }
    }
    return placement;
  }

  private Placement writeMiddle(Mat picture) {
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
    surface.write(content);
    return placement;
  }

  private static void check(Mat picture) {
    if (picture.empty()
        || picture.depth() != opencv_core.CV_8U
        || (picture.channels() != 1 && picture.channels() != CHANNELS)) {
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
      surface.pad();
      surface.open(window);
    }
    placement = next;
  }

  @Override
  public void close() {
    surface.close();
    resized.close();
    size.close();
    address.close();
  }

  /** Where pixels become the network's numbers. */
  sealed interface Surface extends AutoCloseable permits Planes, PixelSurface {
    /** Fills all with the padding value. */
    void pad();

    /** Takes the part that pictures are written into. */
    void open(Rect window);

    /** Writes a picture of the window's size. */
    void write(Mat picture);

    @Override
    void close();
  }
}
