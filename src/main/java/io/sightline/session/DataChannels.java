package io.sightline.session;

import dev.onvoid.webrtc.RTCDataChannel;
import dev.onvoid.webrtc.RTCDataChannelState;
import io.sightline.datachannel.ResultChannel;
import io.sightline.media.NativeCallbacks;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * The data channels that the client opened: results leave on the newest, messages come on each.
 * Used on the serial executor only.
 */
final class DataChannels implements AutoCloseable {
  /** A client needs one; each costs native memory until the session ends. */
  static final int CHANNELS_MAX = 8;

  /** For files; not for results nor commands. */
  private static final String UPLOAD_LABEL = "video_upload";

  private static final long DRAIN_MAX_NANOS = 1_000_000_000L;
  private static final long DRAIN_POLL_NANOS = 5_000_000L;

  private final NativeCallbacks callbacks;
  private final ResultChannel results;
  private final InboundMessages messages;
  private final Consumer<String> onFlood;
  private final List<RTCDataChannel> channels = new ArrayList<>();

  DataChannels(
      NativeCallbacks callbacks,
      ResultChannel results,
      InboundMessages messages,
      Consumer<String> onFlood) {
    this.callbacks = callbacks;
    this.results = results;
    this.messages = messages;
    this.onFlood = onFlood;
  }

  /** Takes over a channel that the client has opened. */
  void adopt(RTCDataChannel channel) {
    channels.add(channel);
    if (channels.size() > CHANNELS_MAX) {
      onFlood.accept("more than %d data channels".formatted(CHANNELS_MAX));
      return;
    }
    if (!UPLOAD_LABEL.equals(channel.getLabel())) {
      channel.registerObserver(callbacks.dataChannel(messages::receive, () -> {}));
      results.attach(channel);
    }
  }

  /** Waits, bounded, until what was sent has left: a dead peer must not hold the place. */
  void drain() {
    long deadline = System.nanoTime() + DRAIN_MAX_NANOS;
    while (buffered() > 0 && System.nanoTime() < deadline) {
      LockSupport.parkNanos(DRAIN_POLL_NANOS);
    }
  }

  private long buffered() {
    return channels.stream()
        .filter(c -> c.getState() == RTCDataChannelState.OPEN)
        .mapToLong(RTCDataChannel::getBufferedAmount)
        .sum();
  }

  @Override
  public void close() {
    for (RTCDataChannel channel : channels) {
      try {
        channel.unregisterObserver();
        channel.close();
        channel.dispose();
      } catch (RuntimeException | Error e) {
        // the peer connection still holds a reference, which goes with it
        System.getLogger(DataChannels.class.getName())
            .log(System.Logger.Level.TRACE, "data channel", e);
      }
    }
    channels.clear();
  }
}
