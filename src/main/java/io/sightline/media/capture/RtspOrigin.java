package io.sightline.media.capture;

/** A camera that speaks RTSP and sends its video over the same connection. */
record RtspOrigin(PinnedSource source, CaptureLimits limits) implements VideoOrigin {
  @Override
  public VideoStream stream() {
    return new RtspStream(source, limits);
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
