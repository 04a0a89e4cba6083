package io.sightline.signaling;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * How long a frame of each socket may be. A container keeps a frame until its last byte has come,
 * so the length is what one socket may take of the heap. The first few get room for frames far
 * beyond a message, because who sends one is to be told so; the others only for a message. Safe for
 * several threads.
 */
final class FrameRoom {
  /** Bytes of a frame that is answered although it is too long. */
  static final int WIDE_BYTES = 12 * 1024 * 1024;

  /** Sockets at once that have so much room. */
  static final int WIDE_SOCKETS = 16;

  private final int messageBytes;
  private final AtomicInteger wide = new AtomicInteger();

  /**
   * @param messageBytes of one message
   */
  FrameRoom(int messageBytes) {
    this.messageBytes = messageBytes;
  }

  /** Bytes of a frame of a new socket; to be given back when it closes. */
  int take() {
    boolean free = wide.getAndUpdate(n -> n < WIDE_SOCKETS ? n + 1 : n) < WIDE_SOCKETS;
    return free ? Math.max(WIDE_BYTES, messageBytes + 1) : messageBytes;
  }

  /** A socket that was given so many bytes is closed. */
  void give(int bytes) {
    if (bytes > messageBytes) {
      wide.decrementAndGet();
    }
  }
}
