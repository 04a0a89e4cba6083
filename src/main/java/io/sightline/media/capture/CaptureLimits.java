package io.sightline.media.capture;

import io.sightline.settings.Settings;
import java.time.Duration;

/**
 * Bounds of one capture.
 *
 * @param connect longest wait for a connection
 * @param read longest silence of a source
 * @param retries attempts, one after the other, that may fail
 * @param retryDelay the wait after the first failure; each further one is twice as long
 * @param retryDelayMax the longest wait
 * @param maxPixels of a picture
 */
record CaptureLimits(
    Duration connect,
    Duration read,
    int retries,
    Duration retryDelay,
    Duration retryDelayMax,
    long maxPixels) {
  /** One coded picture, bytes: a larger one is not one. */
  static final int CODED_MAX = 16 * 1024 * 1024;

  static CaptureLimits of(Settings s) {
    return new CaptureLimits(
        s.seconds("sightline.media.sources.connect.timeout", 0.1, 60),
        s.seconds("sightline.media.sources.read.timeout", 0.1, 300),
        s.integer("sightline.media.sources.retries", 0, 1000),
        s.seconds("sightline.media.sources.retry.delay", 0.1, 60),
        s.seconds("sightline.media.sources.retry.delay.max", 0.1, 600),
        s.integer("sightline.media.frame.max.pixels", 10_000, 33_177_600));
  }

  /** A duration in seconds for people, without a fraction that says nothing. */
  static String seconds(Duration duration) {
    return String.valueOf(duration.toMillis() / 1000.0).replaceAll("\\.0$", "");
  }

  /** How long to wait after so many failures, 1 or more. */
  Duration delay(int failures) {
    Duration delay = retryDelay;
    for (int i = 1; i < failures && delay.compareTo(retryDelayMax) < 0; i++) {
      delay = delay.multipliedBy(2);
    }
    return delay.compareTo(retryDelayMax) < 0 ? delay : retryDelayMax;
  }
}
