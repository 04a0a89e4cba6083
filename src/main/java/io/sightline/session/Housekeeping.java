package io.sightline.session;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * One round over all sessions: ends those that have passed a limit of time, and lets the others
 * renew their figures. Never throws.
 */
final class Housekeeping {
  private static final System.Logger LOG = System.getLogger(Housekeeping.class.getName());

  private final SessionRegistry registry;

  Housekeeping(SessionRegistry registry) {
    this.registry = registry;
  }

  /** What was done, one entry for each session that was ended: its id, reason and the limit. */
  List<String> round() {
    List<String> done = new ArrayList<>();
    Collection<OpenSession> sessions = registry.sessions();
    for (OpenSession session : sessions) {
      try {
        visit(session).ifPresent(done::add);
      } catch (RuntimeException | Error e) {
        LOG.log(
            System.Logger.Level.WARNING, "housekeeping of session " + session.id() + " failed", e);
      }
    }
    if (!done.isEmpty()) {
      LOG.log(
          System.Logger.Level.INFO,
          "housekeeper ended {0}, {1} remain: {2}",
          done.size(),
          sessions.size() - done.size(),
          String.join("; ", done));
    }
    return done;
  }

  private static Optional<String> visit(OpenSession session) {
    Optional<Expiry> expiry = session.expiry();
    if (expiry.isEmpty()) {
      session.refresh();
      return Optional.empty();
    }
    Expiry e = expiry.get();
    session.end(e.reason(), e.message());
    return Optional.of(session.id() + " " + e.reason().wireName() + ", " + e.message());
  }
}
