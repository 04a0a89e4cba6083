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
  /** Open at once; a client needs one. */
  static final int CHANNELS_MAX = 8;

  /** In all, closed ones included: each costs native memory until the session ends. */
  static final int CHANNELS_EVER_MAX = 64;

  /** For files; not for results nor commands. */
  private static final String UPLOAD_LABEL = "video_upload";

  private static final long DRAIN_MAX_NANOS = 1_000_000_000L;
  private static final long DRAIN_POLL_NANOS = 5_000_000L;

  private final NativeCallbacks callbacks;
  private final ResultChannel results;
  private final UploadInlet uploads;
  private final InboundMessages messages;
  private final Consumer<SessionException> onRefused;
  private final Consumer<String> onFlood;
  private final Runnable onClosed;
  private final List<RTCDataChannel> channels = new ArrayList<>();
  private int adopted;
  private boolean uploading;
  private boolean closed;

  /**
   * @param uploads takes a file; null where none is taken
   * @param onClosed called on native threads whenever a channel may have closed; may only enqueue
   */
  DataChannels(
      NativeCallbacks callbacks,
      ResultChannel results,
      UploadInlet uploads,
      InboundMessages messages,
      Consumer<SessionException> onRefused,
      Consumer<String> onFlood,
      Runnable onClosed) {
    this.callbacks = callbacks;
    this.results = results;
    this.uploads = uploads;
    this.messages = messages;
    this.onRefused = onRefused;
    this.onFlood = onFlood;
    this.onClosed = onClosed;
  }

  /**
   * Takes over a channel that the client has opened. One that nobody reads is closed at once,
   * because the library would keep up to 16 MiB for it; after close none is taken over.
   */
  void adopt(RTCDataChannel channel) {
    if (closed) {
      dispose(channel);
      return;
    }
    adopted++;
    boolean forFiles = UPLOAD_LABEL.equals(channel.getLabel());
    if (forFiles && (uploads == null || uploading)) {
      dispose(channel);
      refuseUpload();
      return;
    }
    channels.add(channel);
    if (adopted > CHANNELS_EVER_MAX || open() > CHANNELS_MAX) {
      flooded();
      return;
    }
    if (forFiles) {
      uploading = true;
      channel.registerObserver(
          callbacks.dataChannel(message -> uploads.receive(channel, message), () -> {}));
      return;
    }
    channel.registerObserver(callbacks.dataChannel(messages::receive, onClosed));
    results.attach(channel);
  }

  private void refuseUpload() {
    if (adopted > CHANNELS_EVER_MAX) {
      flooded();
    } else {
      onRefused.accept(
          new NotAvailable(
              "the data channel '%s'".formatted(UPLOAD_LABEL),
              "send the video as a track, or one file from a client that sends none"));
    }
  }

  private void flooded() {
    onFlood.accept(
        "more than %d data channels at once or %d in all"
            .formatted(CHANNELS_MAX, CHANNELS_EVER_MAX));
  }

  /** Whether the client has closed all the channels that it opened. */
  boolean leftByClient() {
    return !closed && !channels.isEmpty() && open() == 0;
  }

  private long open() {
    return channels.stream().filter(c -> c.getState() != RTCDataChannelState.CLOSED).count();
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
    closed = true;
    channels.forEach(DataChannels::dispose);
    channels.clear();
  }

  /** Closes a channel and gives its reference back. */
  static void dispose(RTCDataChannel channel) {
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
}
