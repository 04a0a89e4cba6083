package io.sightline.session;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * The end of one session: whether it has begun, and when nothing of the session is left. An end
 * that does not come to its end would show nowhere; it is told once. Safe for several threads.
 */
public final class SessionEnd {
  private static final System.Logger LOG = System.getLogger(SessionEnd.class.getName());
  private static final long NOT_BEGUN = Long.MIN_VALUE;

  private final Duration patience;
  private final LongSupplier nanos;
  private final AtomicLong began = new AtomicLong(NOT_BEGUN);
  private final AtomicBoolean told = new AtomicBoolean();
  private final CompletableFuture<Void> closed = new CompletableFuture<>();

  /**
   * @param patience how long an end may take
   * @param nanos a clock as {@link System#nanoTime()}
   */
  public SessionEnd(Duration patience, LongSupplier nanos) {
    this.patience = patience;
    this.nanos = nanos;
  }

  /** Begins the end; true for the first caller only. */
  public boolean begin() {
    return began.compareAndSet(NOT_BEGUN, nanos.getAsLong());
  }

  public boolean begun() {
    return began.get() != NOT_BEGUN;
  }

  /** The state to show: no session runs whose end has begun. */
  public SessionState shown(SessionState state) {
    return begun() && state != SessionState.CLOSED ? SessionState.CLOSING : state;
  }

  /** Nothing of the session is left. */
  public void complete() {
    closed.complete(null);
  }

  /** Completes when nothing of the session is left. */
  public CompletionStage<Void> closed() {
    return closed;
  }

  /** Whether the end takes too long; logs it once. */
  public boolean watch(String session, SessionState state) {
    boolean late =
        begun() && !closed.isDone() && nanos.getAsLong() - began.get() >= patience.toNanos();
    if (late && told.compareAndSet(false, true)) {
      LOG.log(
          System.Logger.Level.WARNING,
          "session {0} has not closed {1} s after its end began, its state is {2}: its place is"
              + " freed, a frame stays behind in its workflow",
          session,
          patience.toSeconds(),
          state.wireName());
    }
    return late;
  }
}
