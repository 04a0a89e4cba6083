package io.sightline.session;

/**
 * What a session's state follows from.
 *
 * @param answered whether its offer has been answered
 * @param connected whether the peer is reachable
 * @param paused whether the client asked for a pause
 * @param end CLOSING or CLOSED, null before
 */
record SessionStatus(boolean answered, boolean connected, boolean paused, SessionState end) {
  static final SessionStatus NEW = new SessionStatus(false, false, false, null);

  SessionState state() {
    if (end != null) {
      return end;
    }
    if (!connected) {
      return answered ? SessionState.CONNECTING : SessionState.NEW;
    }
    return paused ? SessionState.PAUSED : SessionState.RUNNING;
  }

  SessionStatus negotiated() {
    return new SessionStatus(true, connected, paused, end);
  }

  SessionStatus reachable(boolean now) {
    return new SessionStatus(answered, now, paused, end);
  }

  SessionStatus halted(boolean now) {
    return new SessionStatus(answered, connected, now, end);
  }

  SessionStatus ended(SessionState state) {
    return new SessionStatus(answered, connected, paused, state);
  }
}
