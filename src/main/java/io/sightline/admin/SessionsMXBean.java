package io.sightline.admin;

import java.util.List;

/** The open sessions, under the name {@code io.sightline:type=Sessions}. */
public interface SessionsMXBean {
  /** Sessions open now, those included that are opening or closing. */
  int getOpen();

  /** Sessions that may be open at once. */
  int getLimit();

  /** Threads whose workflow has not returned for too long, of sessions open or gone. */
  int getStuckThreads();

  /** One row for each open session, the oldest first. */
  List<SessionRow> getSessions();

  /**
   * Ends a session; its client is told that an administrator did.
   *
   * @return false where no session of that id is open
   */
  boolean end(String id);
}
