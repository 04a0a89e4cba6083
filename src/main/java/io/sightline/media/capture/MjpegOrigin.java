package io.sightline.media.capture;

/** A camera whose JPEG pictures follow one another in one answer over HTTP. */
record MjpegOrigin(PinnedSource source, CaptureLimits limits) implements VideoOrigin {
  @Override
  public VideoStream stream() {
    return new MjpegStream(source, limits);
  }

  @Override
  public RetryPolicy retries() {
    return new RetryPolicy(limits.retries(), limits::delay);
  }

  @Override
  public String toString() {
    return source.toString();
  }
}
