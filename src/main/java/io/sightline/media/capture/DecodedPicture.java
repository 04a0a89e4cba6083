package io.sightline.media.capture;

import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;

import java.util.concurrent.atomic.AtomicBoolean;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * A picture as a decoder leaves it, in native memory that goes back to the decoder when released.
 */
public final class DecodedPicture implements AutoCloseable {
  private final AVFrame frame;
  private final long pts;
  private final int rotation;
  private final int width;
  private final int height;
  private final AtomicBoolean closed = new AtomicBoolean();

  DecodedPicture(AVFrame frame, long pts) {
    this(frame, pts, 0);
  }

  /**
   * @param rotation degrees clockwise by which it is to be turned to stand upright
   */
  DecodedPicture(AVFrame frame, long pts, int rotation) {
    this.frame = frame;
    this.pts = pts;
    this.rotation = rotation;
    width = frame.width();
    height = frame.height();
  }

  /** Pixels. */
  public int width() {
    return width;
  }

  /** Pixels. */
  public int height() {
    return height;
  }

  /** Degrees clockwise by which it is to be turned to stand upright: 0, 90, 180 or 270. */
  public int rotation() {
    return rotation;
  }

  /** The same picture on a clock that begins at {@code first}; this one is not used any more. */
  DecodedPicture from(long first) {
    closed.set(true);
    return new DecodedPicture(frame, Math.max(0, pts - first), rotation);
  }

  /** When it is to be shown on the source's clock, units of 1/90000 s from its first picture. */
  public long pts() {
    return pts;
  }

  /** The library's frame; only until it is closed. */
  AVFrame frame() {
    if (closed.get()) {
      throw new CaptureException("a released picture has no pixels");
    }
    return frame;
  }

  /** Releases the native memory; further calls do nothing. */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      av_frame_free(frame);
    }
  }
}
