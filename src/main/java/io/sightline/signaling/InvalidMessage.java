package io.sightline.signaling;

/** A message that is not JSON, of an unknown type, or with a field missing or of a wrong type. */
final class InvalidMessage extends SignalingException {
  private static final long serialVersionUID = 1L;

  InvalidMessage(String message) {
    super("InvalidMessage", message);
  }
}
