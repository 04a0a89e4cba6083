package io.sightline.datachannel;

import dev.onvoid.webrtc.RTCDataChannel;
import dev.onvoid.webrtc.RTCDataChannelBuffer;
import dev.onvoid.webrtc.RTCDataChannelState;
import java.nio.ByteBuffer;

/** Where messages go: the library's data channel, which no test can make by itself. */
interface MessageTransport {
  boolean isOpen();

  /** Bytes that wait to be sent. */
  long bufferedAmount();

  /** Sends a direct buffer, all of its capacity; it may be reused as soon as this returns. */
  void send(ByteBuffer message, boolean binary);

  /** Sends through {@code channel}. The library copies a direct buffer once, an array twice. */
  static MessageTransport over(RTCDataChannel channel) {
    return new MessageTransport() {
      @Override
      public boolean isOpen() {
        return channel.getState() == RTCDataChannelState.OPEN;
      }

      @Override
      public long bufferedAmount() {
        return channel.getBufferedAmount();
      }

      @Override
      public void send(ByteBuffer message, boolean binary) {
        try {
          channel.send(new RTCDataChannelBuffer(message, binary));
        } catch (Exception e) {
          throw new DataChannelException("the data channel refused a message", e);
        }
      }
    };
  }
}
