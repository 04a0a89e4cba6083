package io.sightline.pipeline;

import io.sightline.settings.Settings;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How far the loop may run ahead of a client that acknowledges frames. Holds nobody back before the
 * first acknowledgement, because many clients never send one.
 */
final class AckWindow {
  private final boolean active;
  private final int frames;
  private final AtomicLong last = new AtomicLong();

  AckWindow(Settings settings, boolean active) {
    this.active = active;
    frames = Math.max(1, settings.integer("sightline.datachannel.ack.window", 0, 100_000));
  }

  /** All frames up to this id are handled; a smaller id than before changes nothing. */
  void acknowledge(long frameId) {
    last.accumulateAndGet(frameId, Math::max);
  }

  /** The client never hears of this frame: one that acknowledges at all must not wait for it. */
  void missed(long frameId) {
    if (last.get() > 0) {
      acknowledge(frameId);
    }
  }

  /** Whether the frame with this id may be worked on now. */
  boolean allows(long frameId) {
    long handled = last.get();
    return !active || handled == 0 || frameId - handled <= frames;
  }
}
