package io.sightline.session;

/** The server is being taken out of service: it opens no more sessions. */
public final class ServerDraining extends SessionException {
  private static final long serialVersionUID = 1L;

  ServerDraining(int open) {
    super(
        "ServerDraining",
        "this server is being taken out of service and opens no more sessions, %d still end"
            .formatted(open),
        null);
  }
}
