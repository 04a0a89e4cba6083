package io.sightline.session;

/** All places for sessions are taken. */
public final class SessionLimitReached extends SessionException {
  private static final long serialVersionUID = 1L;

  SessionLimitReached(int open, int limit) {
    super(
        "SessionLimitReached", "session limit reached: %d of %d open".formatted(open, limit), null);
  }
}
