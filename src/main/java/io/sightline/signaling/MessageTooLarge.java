package io.sightline.signaling;

/** A message beyond the bound. */
final class MessageTooLarge extends SignalingException {
  private static final long serialVersionUID = 1L;

  MessageTooLarge(long bytes, int limit) {
    super(
        "MessageTooLarge",
        "the message has %d bytes, at most %d are accepted".formatted(bytes, limit));
  }
}
