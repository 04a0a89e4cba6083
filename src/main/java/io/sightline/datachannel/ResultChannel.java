package io.sightline.datachannel;

import dev.onvoid.webrtc.RTCDataChannel;
import io.sightline.settings.Settings;

/**
 * The way of results to the client. Before a channel is attached and after close, results are
 * skipped. Above the high-water mark they are dropped and counted: video never waits.
 */
public final class ResultChannel implements AutoCloseable {
  /** Chunked binary messages (roboflow.md 1.5) or one plain text message a frame. */
  public enum Format {
    CHUNKED,
    TEXT
  }

  public ResultChannel(Settings settings, Format format) {}

  /** Sends on {@code channel} from now on; called on the session's serial executor. */
  public void attach(RTCDataChannel channel) {
    throw new UnsupportedOperationException();
  }

  /** Sends or drops; called on a pipeline thread, never on a native callback's. Never throws. */
  public void send(ResultMessage message) {
    throw new UnsupportedOperationException();
  }

  public ResultChannelSnapshot snapshot() {
    throw new UnsupportedOperationException();
  }

  /** Forgets the channel; sends nothing any more. The session disposes of the channel. */
  @Override
  public void close() {}
}
