package io.sightline.session;

/** Something on the data channel that is no message. */
public final class MessageRejected extends SessionException {
  private static final long serialVersionUID = 1L;

  MessageRejected(String message) {
    super("InvalidDataChannelMessage", message, null);
  }
}
