package io.sightline.admin;

import io.sightline.session.EndReason;
import io.sightline.session.SessionRegistry;
import io.sightline.session.SessionSnapshot;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntSupplier;

/** Answers administrators from the registry. */
final class OpenSessions implements SessionsMXBean {
  private static final String MESSAGE = "an administrator of the server ended this session";

  private final SessionRegistry registry;
  private final IntSupplier stuck;

  /**
   * @param stuck threads whose workflow does not return
   */
  OpenSessions(SessionRegistry registry, IntSupplier stuck) {
    this.registry = registry;
    this.stuck = stuck;
  }

  @Override
  public int getOpen() {
    return registry.size();
  }

  @Override
  public int getLimit() {
    return registry.limit();
  }

  @Override
  public int getStuckThreads() {
    return stuck.getAsInt();
  }

  @Override
  public List<SessionRow> getSessions() {
    return registry.snapshots().stream()
        .sorted(Comparator.comparing(SessionSnapshot::openedAt))
        .map(SessionRow::of)
        .toList();
  }

  @Override
  public boolean end(String id) {
    return registry.end(id, EndReason.ADMINISTRATOR, MESSAGE);
  }
}
