package io.sightline.media;

import dev.onvoid.webrtc.media.video.VideoFrame;
import io.sightline.vision.Image;
import io.sightline.vision.ImagePool;
import io.sightline.vision.VideoMetadata;
import java.time.Instant;

/** A decoded frame (I420, native memory) that belongs to whoever took it; released exactly once. */
public final class InboundFrame {
  /** Takes over {@code frame}, arrived now. */
  public InboundFrame(VideoFrame frame) {}

  /** Width as shown, after rotation, pixels. */
  public int width() {
    throw new UnsupportedOperationException();
  }

  /** Height as shown, after rotation, pixels. */
  public int height() {
    throw new UnsupportedOperationException();
  }

  /** {@link System#nanoTime()} at arrival. */
  public long arrivalNanos() {
    throw new UnsupportedOperationException();
  }

  public Instant receivedAt() {
    throw new UnsupportedOperationException();
  }

  /** Capture time on the sender's 90 kHz clock as the library reports it, units of 1/90000 s. */
  public long pts() {
    throw new UnsupportedOperationException();
  }

  /** The frame as an upright BGR picture with pixels from {@code pool}. */
  public Image toImage(ImagePool pool, String id, VideoMetadata video) {
    throw new UnsupportedOperationException();
  }

  /** Releases the native frame; further calls do nothing. */
  public void release() {
    throw new UnsupportedOperationException();
  }
}
