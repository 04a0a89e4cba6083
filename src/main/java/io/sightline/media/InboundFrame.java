package io.sightline.media;

import dev.onvoid.webrtc.media.video.VideoFrame;
import io.sightline.vision.Image;
import io.sightline.vision.ImagePool;
import io.sightline.vision.VideoMetadata;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bytedeco.opencv.opencv_core.Mat;

/** A decoded frame (I420, native memory) that belongs to whoever took it; released exactly once. */
public final class InboundFrame {
  private final VideoFrame frame;
  private final Rotation rotation;
  private final long arrivalNanos = System.nanoTime();
  private final Instant receivedAt = Instant.now();
  private final AtomicBoolean released = new AtomicBoolean();

  /** Takes over {@code frame}, arrived now. */
  public InboundFrame(VideoFrame frame) {
    this.frame = frame;
    rotation = Rotation.of(frame.rotation);
  }

  /** Width as shown, after rotation, pixels. */
  public int width() {
    return rotation.swapsSides() ? frame.buffer.getHeight() : frame.buffer.getWidth();
  }

  /** Height as shown, after rotation, pixels. */
  public int height() {
    return rotation.swapsSides() ? frame.buffer.getWidth() : frame.buffer.getHeight();
  }

  /** {@link System#nanoTime()} at arrival. */
  public long arrivalNanos() {
    return arrivalNanos;
  }

  public Instant receivedAt() {
    return receivedAt;
  }

  /** Capture time on the sender's 90 kHz clock as the library reports it, units of 1/90000 s. */
  public long pts() {
    return frame.timestampNs / 1000 * 9 / 100;
  }

  /**
   * The frame as an upright BGR picture with pixels from {@code pool}.
   *
   * @throws MediaException where the frame was released or the conversion fails
   */
  public Image toImage(ImagePool pool, String id, VideoMetadata video) {
    if (released.get()) {
      throw new MediaException("a released frame has no picture");
    }
    Mat pixels = pool.take(frame.buffer.getWidth(), frame.buffer.getHeight(), 3);
    try {
      I420.toBgr(frame.buffer, pixels);
      return Image.frame(rotation.upright(pixels, pool), pool, id, video);
    } catch (RuntimeException | Error e) {
      pool.give(pixels);
      throw e;
    }
  }

  /** Releases the native frame; further calls do nothing. */
  public void release() {
    if (released.compareAndSet(false, true)) {
      frame.release();
    }
  }
}
