package io.sightline.session;

/** Something on the data channel that is no message, or one too many. */
public final class MessageRejected extends SessionException {
  private static final long serialVersionUID = 1L;

  MessageRejected(String message) {
    this("InvalidDataChannelMessage", message);
  }

  private MessageRejected(String errorType, String message) {
    super(errorType, message, null);
  }

  /** Too many in too short a time. */
  static MessageRejected flood(String message) {
    return new MessageRejected("MessageRateExceeded", message);
  }
}
