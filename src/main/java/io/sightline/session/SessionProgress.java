package io.sightline.session;

import java.util.function.UnaryOperator;

/** How far one session has come. Changed on the serial executor, read from any thread. */
final class SessionProgress {
  private final SessionUpdates updates;
  private final Runnable changed;
  private volatile SessionStatus status = SessionStatus.NEW;

  /**
   * @param updates writes down each change of the state
   * @param changed told of it afterwards
   */
  SessionProgress(SessionUpdates updates, Runnable changed) {
    this.updates = updates;
    this.changed = changed;
  }

  /** What holds now, by what held before. */
  void become(UnaryOperator<SessionStatus> next) {
    SessionState before = status.state();
    status = next.apply(status);
    if (updates.state(before, status.state())) {
      changed.run();
    }
  }

  /** Nothing is left of the session, and nobody to tell of it. */
  void close() {
    status = status.ended(SessionState.CLOSED);
  }

  SessionState state() {
    return status.state();
  }

  /** Whether an offer has been answered. */
  boolean answered() {
    return status.answered();
  }

  /** Whether the peer is reachable. */
  boolean connected() {
    return status.connected();
  }
}
