package io.sightline.signaling;

/** A message beyond the bound. */
final class MessageTooLarge extends SignalingException {
  private static final long serialVersionUID = 1L;

  MessageTooLarge(int limit) {
    super(
        "MessageTooLarge",
        "the message is too large: at most %d bytes are accepted".formatted(limit));
  }
}
