package io.sightline.media;

import io.sightline.settings.Settings;

/**
 * Counts what arrives at a frame source, refuses pictures of an impossible size and measures the
 * rate over the first frames. Safe for use by several threads; nothing native under its lock.
 */
final class Arrivals {
  /** The library's decoders give no smaller pictures; a smaller one cannot be converted either. */
  private static final int MIN_SIDE = 2;

  private final long maxPixels;
  private final int probeFrames;
  private long received;
  private long dropped;
  private long refused;
  private long firstNanos;
  private Double measuredFps;
  private int width;
  private int height;

  Arrivals(Settings settings, int probeFrames) {
    maxPixels = settings.integer("sightline.media.frame.max.pixels", 10_000, 33_177_600);
    this.probeFrames = Math.max(2, probeFrames);
  }

  /** Counts the frame in; false where its size is refused. */
  synchronized boolean admit(InboundFrame frame) {
    if (Math.min(frame.width(), frame.height()) < MIN_SIDE
        || (long) frame.width() * frame.height() > maxPixels) {
      refused++;
      return false;
    }
    received++;
    width = frame.width();
    height = frame.height();
    if (received == 1) {
      firstNanos = frame.rateNanos();
    } else if (received == probeFrames) {
      long nanos = Math.max(1, frame.rateNanos() - firstNanos);
      measuredFps = (probeFrames - 1) * 1e9 / nanos;
    }
    return true;
  }

  synchronized void drop() {
    dropped++;
  }

  synchronized FrameSourceSnapshot snapshot(int waiting) {
    return new FrameSourceSnapshot(received, dropped, refused, waiting, measuredFps, width, height);
  }
}
