package io.sightline.signaling;

/** A signaling message, or the socket that it came on, is not what it has to be. */
class SignalingException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String errorType;

  SignalingException(String errorType, String message) {
    super(message);
    this.errorType = errorType;
  }

  /** The name that clients know the error by, such as InvalidMessage. */
  String errorType() {
    return errorType;
  }
}
