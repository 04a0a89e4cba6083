package io.sightline.signaling;

/** More messages in a second than one socket may send. */
final class MessageRateExceeded extends SignalingException {
  private static final long serialVersionUID = 1L;

  MessageRateExceeded(int perSecond) {
    super("MessageRateExceeded", "more than %d messages a second".formatted(perSecond));
  }
}
