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
    return crop(image, new CropArea(x, y, width, height, x, y), id, video);
  }

  /**
   * A picture of its own with the pixels of a part of {@code image}.
   *
   * @param area inside of the image
   * @param id names the part; its parent's identifier from here on
   * @param video which frame of which video the part is
   */
  public Image crop(Image image, CropArea area, String id, VideoMetadata video) {
    Mat pixels = pool.take(area.width(), area.height(), image.channels());
    try (Rect rectangle = new Rect(area.left(), area.top(), area.width(), area.height());
        Mat part = new Mat(image.pixels(), rectangle)) {
      part.copyTo(pixels);
    }
    int x = area.offsetX();
    int y = area.offsetY();
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
