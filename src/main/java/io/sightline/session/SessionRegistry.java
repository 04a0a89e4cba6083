package io.sightline.session;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Knows the open sessions and holds their number to the limit. A place is taken before anything
 * costly happens and given back when nothing of the session is left. Safe for several threads.
 */
public final class SessionRegistry {
  private static final System.Logger LOG = System.getLogger(SessionRegistry.class.getName());

  private final int limit;
  private final Supplier<? extends LiveSession> create;
  private final Consumer<LiveSession> destroy;
  private final AtomicInteger places = new AtomicInteger();
  private final Map<String, OpenSession> sessions = new ConcurrentHashMap<>();
  private volatile boolean draining;

  /**
   * @param limit sessions open at once
   * @param create a new session, not open yet
   * @param destroy gives back what {@code create} made, once it has closed
   */
  public SessionRegistry(
      int limit, Supplier<? extends LiveSession> create, Consumer<LiveSession> destroy) {
    this.limit = limit;
    this.create = create;
    this.destroy = destroy;
  }

  /**
   * Opens a session; whether its offer is answered or refused comes as an event.
   *
   * @throws SessionLimitReached where no place is free
   * @throws ServerDraining where no more sessions are opened
   */
  public LiveSession open(SessionOffer offer, Consumer<SessionEvent> events) {
    return open(offer, events, () -> {});
  }

  /**
   * The same.
   *
   * @param gone called once nothing of the session is left and its place is free
   */
  public LiveSession open(SessionOffer offer, Consumer<SessionEvent> events, Runnable gone) {
    return admit(
        create,
        session -> session.open(offer, events),
        session -> {
          destroy.accept(session);
          gone.run();
        });
  }

  /**
   * Opens a session of any kind.
   *
   * @param maker makes it; what it throws is thrown here, and the place given back
   * @param begin lets it begin
   * @param release called once nothing of it is left
   * @throws SessionLimitReached where no place is free
   * @throws ServerDraining where no more sessions are opened
   */
  public <S extends OpenSession> S admit(
      Supplier<? extends S> maker, Consumer<S> begin, Consumer<? super S> release) {
    refuseWhenDraining();
    takePlace();
    S session;
    try {
      session = maker.get();
    } catch (RuntimeException | Error e) {
      places.decrementAndGet();
      throw e;
    }
    sessions.put(session.id(), session);
    session.closed().whenComplete((done, failure) -> forget(session, release));
    begin.accept(session);
    if (draining) {
      end(session, EndReason.DRAINED);
    }
    return session;
  }

  public Optional<OpenSession> find(String id) {
    return Optional.ofNullable(sessions.get(id));
  }

  /** Ends one session; false where there is none of that id. */
  public boolean end(String id, EndReason reason, String message) {
    OpenSession session = sessions.get(id);
    if (session == null) {
      return false;
    }
    session.end(reason, message);
    return true;
  }

  public List<SessionSnapshot> snapshots() {
    return sessions.values().stream().map(OpenSession::snapshot).toList();
  }

  /** Sessions open now, those included that are opening or closing. */
  public int size() {
    return places.get();
  }

  public int limit() {
    return limit;
  }

  public boolean draining() {
    return draining;
  }

  /** Ends all sessions and opens no more; waits until nothing of them is left, bounded. */
  public void closeAll(long timeoutMillis) {
    draining = true;
    CompletableFuture<?>[] closing =
        sessions.values().stream()
            .map(s -> end(s, EndReason.DRAINED))
            .toArray(CompletableFuture<?>[]::new);
    try {
      CompletableFuture.allOf(closing).get(timeoutMillis, TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      LOG.log(
          System.Logger.Level.WARNING,
          "%d sessions had not closed after %d ms".formatted(places.get(), timeoutMillis),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  Collection<OpenSession> sessions() {
    return List.copyOf(sessions.values());
  }

  private static CompletableFuture<Void> end(OpenSession session, EndReason reason) {
    return session.end(reason, "this server is being taken out of service").toCompletableFuture();
  }

  private void refuseWhenDraining() {
    if (draining) {
      throw new ServerDraining(places.get());
    }
  }

  private void takePlace() {
    int before = places.getAndUpdate(n -> n < limit ? n + 1 : n);
    if (before >= limit) {
      throw new SessionLimitReached(before, limit);
    }
  }

  private <S extends OpenSession> void forget(S session, Consumer<? super S> release) {
    sessions.remove(session.id());
    places.decrementAndGet();
    release.accept(session);
  }
}
