package io.sightline.session;

/** The peer connection could not be opened or does not go on. */
public final class ConnectionFailed extends SessionException {
  private static final long serialVersionUID = 1L;

  ConnectionFailed(String message) {
    super("PeerConnectionFailed", message, null);
  }

  ConnectionFailed(String message, Throwable cause) {
    super("PeerConnectionFailed", message, cause);
  }
}
