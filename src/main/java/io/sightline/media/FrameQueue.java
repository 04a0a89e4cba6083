package io.sightline.media;

import io.sightline.settings.Settings;

/** Every frame in order; a full queue holds the decoder back until there is room or it closes. */
public final class FrameQueue implements FrameSource {
  public FrameQueue(Settings settings, int probeFrames) {}

  @Override
  public void put(InboundFrame frame) {
    throw new UnsupportedOperationException();
  }

  @Override
  public InboundFrame take() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void onAvailable(Runnable listener) {}

  @Override
  public FrameSourceSnapshot snapshot() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {}
}
