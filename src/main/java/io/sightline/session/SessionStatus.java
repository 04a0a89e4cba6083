package io.sightline.session;

/**
 * What a session's state follows from.
 *
 * @param described whether its offer is being answered
 * @param connected whether the peer is reachable
 * @param paused whether the client asked for a pause
 * @param end CLOSING or CLOSED, null before
 */
record SessionStatus(boolean described, boolean connected, boolean paused, SessionState end) {
  static final SessionStatus NEW = new SessionStatus(false, false, false, null);

  SessionState state() {
    if (end != null) {
      return end;
    }
    if (!connected) {
      return described ? SessionState.CONNECTING : SessionState.NEW;
    }
    return paused ? SessionState.PAUSED : SessionState.RUNNING;
  }

  SessionStatus offered() {
    return new SessionStatus(true, connected, paused, end);
  }

  SessionStatus reachable(boolean now) {
    return new SessionStatus(described, now, paused, end);
  }

  SessionStatus halted(boolean now) {
    return new SessionStatus(described, connected, now, end);
  }

  SessionStatus ended(SessionState state) {
    return new SessionStatus(described, connected, paused, state);
  }
}
