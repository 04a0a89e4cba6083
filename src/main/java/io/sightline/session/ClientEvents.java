package io.sightline.session;

import java.util.function.Consumer;

/**
 * The way of a session's events to whoever receives them for its client, as long as anybody does.
 */
final class ClientEvents {
  private static final System.Logger LOG = System.getLogger(Session.class.getName());

  private final String session;
  private final SessionUpdates updates;
  private volatile Consumer<SessionEvent> receiver = event -> {};

  /**
   * @param updates writes down what a client is told of
   */
  ClientEvents(String session, SessionUpdates updates) {
    this.session = session;
    this.updates = updates;
  }

  /** From now on events go to {@code newReceiver}. */
  void to(Consumer<SessionEvent> newReceiver) {
    receiver = newReceiver;
  }

  /** From now on events go to nobody. */
  void silence() {
    receiver = event -> {};
  }

  /** What the receiver throws is its own affair: the session goes on, and its end as well. */
  void tell(SessionEvent event) {
    updates.told(event);
    try {
      receiver.accept(event);
    } catch (RuntimeException | Error e) {
      LOG.log(System.Logger.Level.WARNING, "session " + session + ": an event was not taken", e);
    }
  }

  /** Tells what was refused while the session goes on. */
  void refuse(SessionException problem) {
    tell(new SessionEvent.Refused(problem, false));
  }
}
