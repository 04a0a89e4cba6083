package io.sightline.media.capture;

/**
 * A place that video comes from: a camera on the network, some day a file. Its text form names it
 * for people and holds no secret.
 */
public interface VideoOrigin {
  /** A stream of its pictures from now on, not open yet. */
  VideoStream stream();

  /** What to do when a stream of it breaks. */
  RetryPolicy retries();
}
