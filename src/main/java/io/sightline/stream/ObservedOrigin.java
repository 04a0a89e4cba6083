package io.sightline.stream;

import io.sightline.media.capture.RetryPolicy;
import io.sightline.media.capture.VideoFile;
import io.sightline.media.capture.VideoOrigin;
import io.sightline.media.capture.VideoStream;

/**
 * An origin that tells what becomes of its streams. A camera that has shown pictures is opened
 * again whatever ended its stream, and for long.
 */
final class ObservedOrigin implements VideoOrigin {
  /** Whom to tell; called on the capture's thread, may only note it down. */
  interface Watcher {
    void opening();

    void opened();

    /**
     * A stream could not be opened, or has ended before its source.
     *
     * @param type of the error
     * @param message without secrets
     */
    void broke(String type, String message);
  }

  private final VideoOrigin origin;
  private final int reconnects;
  private final Watcher watcher;
  private volatile boolean shown;

  /**
   * @param reconnects attempts that may fail one after the other once a picture has been shown
   */
  ObservedOrigin(VideoOrigin origin, int reconnects, Watcher watcher) {
    this.origin = origin;
    this.reconnects = reconnects;
    this.watcher = watcher;
  }

  @Override
  public VideoStream stream() {
    return new ObservedStream(origin.stream(), this, watcher);
  }

  @Override
  public RetryPolicy retries() {
    RetryPolicy own = origin.retries();
    return reopens() ? new RetryPolicy(reconnects, own.delay()) : own;
  }

  /** Whether a stream that ends is no end of the source. */
  boolean reopens() {
    return shown && !(origin instanceof VideoFile);
  }

  /** A picture has come. */
  void shown() {
    shown = true;
  }

  @Override
  public String toString() {
    return origin.toString();
  }
}
