package io.sightline.session;

import java.util.function.LongSupplier;

/**
 * The outbound video's figures, asked of the library now and then: each question costs all of its
 * threads. Asked on the serial executor, read from any thread.
 */
final class VideoMeter {
  private static final long INTERVAL_NANOS = 2_000_000_000L;

  private final VideoFigures figures = new VideoFigures();
  private final LongSupplier nanos;
  private volatile SessionSnapshot.Video latest = SessionSnapshot.Video.NONE;
  private Long askedAt;

  VideoMeter(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /** Asks where the last question is long enough ago; the answer comes later. */
  void measure(PeerConnection connection) {
    long now = nanos.getAsLong();
    if (askedAt == null || now - askedAt >= INTERVAL_NANOS) {
      askedAt = now;
      connection.stats(report -> latest = figures.read(report.getStats()));
    }
  }

  SessionSnapshot.Video latest() {
    return latest;
  }
}
