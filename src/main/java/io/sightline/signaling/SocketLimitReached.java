package io.sightline.signaling;

/** Too many sockets that have not opened a session. */
final class SocketLimitReached extends SignalingException {
  private static final long serialVersionUID = 1L;

  SocketLimitReached(int limit) {
    super(
        "SocketLimitReached",
        "%d of %d signaling sockets without a session are open: try again in a moment"
            .formatted(limit, limit));
  }
}
