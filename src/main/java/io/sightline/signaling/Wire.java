package io.sightline.signaling;

import java.util.function.Consumer;

/** The sending side of a socket. Neither method blocks. */
interface Wire {
  /**
   * Sends one text; the next one only after {@code done} was called.
   *
   * @param done gets null or what went wrong; called on any thread, perhaps before this returns
   */
  void send(String text, Consumer<Throwable> done);

  /**
   * @param code as RFC 6455, section 7.4
   */
  void close(int code, String reason);
}
