package io.sightline.media;

import io.sightline.settings.Settings;

/** One slot: the newest frame wins, the older one is released and counted as dropped. */
public final class LatestFrame implements FrameSource {
  public LatestFrame(Settings settings, int probeFrames) {}

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
