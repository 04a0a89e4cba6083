package io.sightline.media;

import dev.onvoid.webrtc.media.video.VideoFrame;
import io.sightline.media.capture.DecodedPicture;
import io.sightline.media.capture.PictureConverter;
import io.sightline.vision.Image;
import io.sightline.vision.ImagePool;
import io.sightline.vision.VideoMetadata;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;

/** A decoded frame (native memory) that belongs to whoever took it; released exactly once. */
public final class InboundFrame {
  private static final long NANOS_OF_TICKS = 100_000;
  private static final long TICKS = 9;

  private final FramePixels pixels;
  private final long arrivalNanos = System.nanoTime();
  private final Instant receivedAt = Instant.now();
  private final AtomicBoolean released = new AtomicBoolean();

  /** Takes over a frame of the client's track, arrived now. */
  public InboundFrame(VideoFrame frame) {
    pixels = new TrackPixels(frame);
  }

  /**
   * Takes over a picture that the server captured, arrived now.
   *
   * @param converter open as long as the frame is
   */
  public InboundFrame(DecodedPicture picture, PictureConverter converter) {
    pixels = new CapturedPixels(picture, converter);
  }

  /** Width as shown, after rotation, pixels. */
  public int width() {
    return pixels.width();
  }

  /** Height as shown, after rotation, pixels. */
  public int height() {
    return pixels.height();
  }

  /** {@link System#nanoTime()} at arrival. */
  public long arrivalNanos() {
    return arrivalNanos;
  }

  public Instant receivedAt() {
    return receivedAt;
  }

  /**
   * When it was captured: of a track on the sender's 90 kHz clock as the library reports it, of a
   * captured source from its first picture; units of 1/90000 s.
   */
  public long pts() {
    return pixels.pts();
  }

  /** Nanoseconds on the clock by which the rate of the source is measured. */
  long rateNanos() {
    return pixels.steadyClock() ? pixels.pts() * NANOS_OF_TICKS / TICKS : arrivalNanos;
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
    return Image.frame(pixels.toBgr(pool), pool, id, video);
  }

  /** Releases the native frame; further calls do nothing. */
  public void release() {
    if (released.compareAndSet(false, true)) {
      pixels.release();
    }
  }
}
