package io.sightline.model;

import io.sightline.vision.Pixels;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;

/** A caller's memory for {@link Preparation}. For one thread at a time. */
final class PreparedPicture implements AutoCloseable {
  private final Preparation preparation;
  private final Pixels bytes = new Pixels();
  private final Mat grey = new Mat();
  private final Mat spread = new Mat();
  private Mat part;
  private Placement.Whole whole;

  PreparedPicture(Preparation preparation) {
    this.preparation = preparation;
  }

  /**
   * Does what is to be done.
   *
   * @return valid until the next call, and as long as {@code picture} is
   * @throws ModelException where nothing of the picture is left
   */
  Mat of(Mat picture) {
    Mat prepared = cut(picture);
    if (preparation.grey() && prepared.channels() == InputTensor.CHANNELS) {
      opencv_imgproc.cvtColor(prepared, grey, opencv_imgproc.COLOR_BGR2GRAY);
      prepared = grey;
    }
    if (preparation.contrast() != null) {
      preparation
          .contrast()
          .apply(bytes.read(prepared), prepared.cols(), prepared.rows(), prepared.channels());
      prepared.copyTo(spread);
      bytes.write(spread);
      prepared = spread;
    }
    return prepared;
  }

  /** What the last picture was cut out of. */
  Placement.Whole whole() {
    return whole;
  }

  private Mat cut(Mat picture) {
    int width = picture.cols();
    int height = picture.rows();
    Preparation.Crop crop = preparation.crop();
    if (crop == null) {
      whole = new Placement.Whole(0, 0, width, height);
      return picture;
    }
    int left = (int) (crop.minX() / 100 * width);
    int top = (int) (crop.minY() / 100 * height);
    int right = (int) (crop.maxX() / 100 * width);
    int bottom = (int) (crop.maxY() / 100 * height);
    if (right <= left || bottom <= top) {
      throw new ModelException(
          "the static crop leaves nothing of a picture of %dx%d".formatted(width, height));
    }
    whole = new Placement.Whole(left, top, width, height);
    free();
    try (Rect window = new Rect(left, top, right - left, bottom - top)) {
      part = new Mat(picture, window);
    }
    return part;
  }

  private void free() {
    if (part != null) {
      part.close();
      part = null;
    }
  }

  @Override
  public void close() {
    free();
    grey.close();
    spread.close();
  }
}
