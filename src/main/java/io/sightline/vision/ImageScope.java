package io.sightline.vision;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * The pictures that one frame's work creates. Closing releases one reference of each; the ones that
 * somebody retained live on. Safe for use by the steps of a workflow that run side by side.
 */
public final class ImageScope implements AutoCloseable {
  private final ImagePool pool;
  private final List<Image> images = new ArrayList<>();

  public ImageScope(ImagePool pool) {
    this.pool = pool;
  }

  /** A picture at the place and time of {@code like}; size in pixels, content undefined. */
  public Image create(Image like, int width, int height, int channels) {
    return adopt(Image.like(like, pool.take(width, height, channels), pool));
  }

  /** A picture of its own with the same pixels as {@code image}. */
  public Image copy(Image image) {
    Image copy = create(image, image.width(), image.height(), image.channels());
    image.pixels().copyTo(copy.pixels());
    return copy;
  }

  /** Wraps pixels computed elsewhere at the place and time of {@code like}; they are freed here. */
  public Image wrap(Image like, Mat pixels) {
    return adopt(Image.like(like, pixels, null));
  }

  /** Takes over one reference of {@code image} and returns it. */
  public synchronized Image adopt(Image image) {
    images.add(image);
    return image;
  }

  @Override
  public synchronized void close() {
    images.forEach(Image::release);
    images.clear();
  }
}
