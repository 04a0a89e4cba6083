package io.sightline.signaling;

/** An offer without one of the keys that this server asks for. */
final class KeyRefused extends SignalingException {
  private static final long serialVersionUID = 1L;

  KeyRefused(String errorType, String message) {
    super(errorType, message);
  }
}
