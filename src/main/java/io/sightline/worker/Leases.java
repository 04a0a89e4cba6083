package io.sightline.worker;

import io.sightline.session.EndReason;
import io.sightline.session.LiveSession;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Open sessions by the ids that their clients gave them. A lease ends with its session; of two
 * sessions with one id the later one has it. Safe for use by several threads.
 */
final class Leases {
  private final Map<String, LiveSession> sessions = new ConcurrentHashMap<>();

  void add(String id, LiveSession session) {
    sessions.put(id, session);
    session.closed().whenComplete((done, failure) -> sessions.remove(id, session));
  }

  /** A sign of life from the client; false where there is no such session. */
  boolean renew(String id) {
    LiveSession session = sessions.get(id);
    if (session != null) {
      session.touch();
    }
    return session != null;
  }

  /** The client needs the session no longer. */
  void end(String id) {
    LiveSession session = sessions.get(id);
    if (session != null) {
      session.end(EndReason.CLIENT, "the client ended its lease");
    }
  }
}
