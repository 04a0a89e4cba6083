package io.sightline.vision;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;

/**
 * The pictures that one frame's work creates. Closing releases one reference of each; the ones that
 * somebody retained live on. Safe for use by the steps of a workflow that run side by side.
 */
public final class ImageScope implements AutoCloseable {
  private final ImagePool pool;
  private final List<Image> images = new ArrayList<>();
  private long maxPixels = Long.MAX_VALUE;
  private long pixels;

  public ImageScope(ImagePool pool) {
    this.pool = pool;
  }

  /** Bounds the pixels of all its pictures together: the picture beyond is refused. */
  public synchronized void bound(long pixelsInAll) {
    maxPixels = pixelsInAll;
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

  /**
   * A picture of its own with the pixels of a part of {@code image}.
   *
   * @param x left edge of the part, inside of the image, pixels
   * @param y top edge of the part, inside of the image, pixels
   * @param id names the part; its parent's identifier from here on
   * @param video which frame of which video the part is
   */
  public Image crop(
      Image image, int x, int y, int width, int height, String id, VideoMetadata video) {
    Mat pixels = pool.take(width, height, image.channels());
    try (Rect area = new Rect(x, y, width, height);
        Mat part = new Mat(image.pixels(), area)) {
      part.copyTo(pixels);
    }
    ImageOrigin root = image.root();
    return adopt(
        Image.part(
            pixels,
            pool,
            new ImageOrigin(id, x, y, image.width(), image.height()),
            new ImageOrigin(
                root.id(), root.offsetX() + x, root.offsetY() + y, root.width(), root.height()),
            video));
  }

  /**
   * Takes over one reference of {@code image} and returns it.
   *
   * @throws VisionException where there are too many pixels with it; it is released then
   */
  public synchronized Image adopt(Image image) {
    images.add(image);
    pixels += (long) image.width() * image.height();
    if (pixels > maxPixels) {
      throw new VisionException(
          "the pictures of one run have more than %d pixels in all".formatted(maxPixels));
    }
    return image;
  }

  @Override
  public synchronized void close() {
    images.forEach(Image::release);
    images.clear();
    pixels = 0;
  }
}
