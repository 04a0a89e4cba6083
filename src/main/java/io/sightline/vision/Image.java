package io.sightline.vision;

import java.util.concurrent.atomic.AtomicInteger;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * A picture: rows of 8-bit BGR (three channels) or grey (one channel) pixels in native memory, with
 * its origin and the frame that it belongs to.
 *
 * <p>Counted references: starts with one, which its {@link ImageScope} (or its creator) releases. A
 * block that keeps a picture beyond the frame calls {@link #retain()} and later {@link #release()}.
 * Pixels are written only by the one who created the picture and only before handing it on.
 */
public final class Image {
  private final Mat pixels;
  private final ImagePool pool;
  private final ImageOrigin parent;
  private final ImageOrigin root;
  private final VideoMetadata video;
  private final Image owner;
  private final AtomicInteger references = new AtomicInteger(1);
  private volatile String encoded;

  private Image(
      Mat pixels,
      ImagePool pool,
      ImageOrigin parent,
      ImageOrigin root,
      VideoMetadata video,
      Image owner) {
    this.pixels = pixels;
    this.pool = pool;
    this.parent = parent;
    this.root = root;
    this.video = video;
    this.owner = owner;
  }

  /**
   * A whole frame named {@code id} over {@code pixels}, which go back to {@code pool} in the end.
   */
  public static Image frame(Mat pixels, ImagePool pool, String id, VideoMetadata video) {
    ImageOrigin origin = ImageOrigin.whole(id, pixels.cols(), pixels.rows());
    return new Image(pixels, pool, origin, origin, video, null);
  }

  /**
   * A picture that a request brought, which may be a part of another one.
   *
   * @param parent where it was cut from; its own size where it was cut from nothing
   * @param encoded the text that it was written as
   */
  public static Image received(
      Mat pixels,
      ImagePool pool,
      ImageOrigin parent,
      ImageOrigin root,
      VideoMetadata video,
      String encoded) {
    Image image = new Image(pixels, pool, parent, root, video, null);
    image.encoded = encoded;
    return image;
  }

  /** A part of another picture over {@code pixels}, which go back to {@code pool} in the end. */
  static Image part(
      Mat pixels, ImagePool pool, ImageOrigin parent, ImageOrigin root, VideoMetadata video) {
    return new Image(pixels, pool, parent, root, video, null);
  }

  /** The same place and time as {@code like}, other pixels; they go back to {@code pool}. */
  static Image like(Image like, Mat pixels, ImagePool pool) {
    return new Image(pixels, pool, like.parent, like.root, like.video, null);
  }

  /** The same pixels under another origin; keeps this picture alive until released. */
  public Image withOrigin(ImageOrigin newParent, ImageOrigin newRoot, VideoMetadata newVideo) {
    Image view = new Image(pixels, null, newParent, newRoot, newVideo, retain());
    view.encoded = encoded;
    return view;
  }

  /**
   * The text that a request wrote this picture as, such as base64 of a PNG file; null where it was
   * computed here or is no longer what that text says.
   */
  public String encoded() {
    return encoded;
  }

  /** Says that the pixels are written over, so that {@link #encoded()} no longer tells them. */
  public void overwritten() {
    encoded = null;
  }

  public int width() {
    return pixels.cols();
  }

  public int height() {
    return pixels.rows();
  }

  public int channels() {
    return pixels.channels();
  }

  /**
   * The pixels, borrowed: valid until the last reference is released; never closed by the caller.
   */
  public Mat pixels() {
    return pixels;
  }

  public ImageOrigin parent() {
    return parent;
  }

  public ImageOrigin root() {
    return root;
  }

  public VideoMetadata video() {
    return video;
  }

  /** True where more than one reference is held, so that somebody else may read the pixels. */
  public boolean shared() {
    return references.get() > 1;
  }

  /** Adds a reference and returns this picture. Fails once the last reference is gone. */
  public Image retain() {
    if (references.getAndUpdate(n -> n > 0 ? n + 1 : n) <= 0) {
      throw new IllegalStateException("a released picture cannot be retained");
    }
    return this;
  }

  /** Takes one reference away; with the last one the pixels go back to the pool. */
  public void release() {
    int before = references.getAndUpdate(n -> n > 0 ? n - 1 : n);
    if (before <= 0) {
      throw new IllegalStateException("a picture was released more often than retained");
    }
    if (before == 1) {
      if (owner != null) {
        owner.release();
      } else if (pool != null) {
        pool.give(pixels);
      } else {
        pixels.close();
      }
    }
  }
}
