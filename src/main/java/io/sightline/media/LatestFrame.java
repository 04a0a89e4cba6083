package io.sightline.media;

import io.sightline.settings.Settings;
import java.util.concurrent.atomic.AtomicReference;

/** One slot: the newest frame wins, the older one is released and counted as dropped. */
public final class LatestFrame implements FrameSource {
  private final Arrivals arrivals;
  private final AtomicReference<InboundFrame> slot = new AtomicReference<>();
  private volatile Runnable listener = () -> {};
  private volatile boolean closed;

  public LatestFrame(Settings settings, int probeFrames) {
    arrivals = new Arrivals(settings, probeFrames);
  }

  @Override
  public void put(InboundFrame frame) {
    if (!arrivals.admit(frame)) {
      frame.release();
      return;
    }
    drop(slot.getAndSet(frame));
    if (closed) {
      drop(slot.getAndSet(null));
    } else {
      listener.run();
    }
  }

  @Override
  public InboundFrame take() {
    return slot.getAndSet(null);
  }

  @Override
  public void onAvailable(Runnable newListener) {
    listener = newListener;
    if (slot.get() != null) {
      newListener.run();
    }
  }

  @Override
  public FrameSourceSnapshot snapshot() {
    return arrivals.snapshot(slot.get() == null ? 0 : 1);
  }

  @Override
  public void close() {
    closed = true;
    listener = () -> {};
    drop(slot.getAndSet(null));
  }

  private void drop(InboundFrame frame) {
    if (frame != null) {
      frame.release();
      arrivals.drop();
    }
  }
}
