package io.sightline.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SessionEndTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final AtomicLong nanos = new AtomicLong(7);
  private final SessionEnd end = new SessionEnd(PATIENCE, nanos::get);

  @Test
  void beginsOnce() {
    assertFalse(end.begun());
    assertTrue(end.begin());
    assertFalse(end.begin());
    assertTrue(end.begun());
  }

  @Test
  void showsThatASessionIsClosingAsSoonAsItsEndHasBegun() {
    assertEquals(SessionState.RUNNING, end.shown(SessionState.RUNNING));
    end.begin();
    assertEquals(SessionState.CLOSING, end.shown(SessionState.RUNNING));
    assertEquals(SessionState.CLOSED, end.shown(SessionState.CLOSED));
  }

  @Test
  void knowsAnEndThatTakesTooLong() {
    assertFalse(end.watch("id", SessionState.RUNNING));
    end.begin();
    nanos.addAndGet(PATIENCE.toNanos() - 1);
    assertFalse(end.watch("id", SessionState.RUNNING));
    nanos.incrementAndGet();
    assertTrue(end.watch("id", SessionState.RUNNING));
    assertTrue(end.watch("id", SessionState.RUNNING), "until it has come to its end");
    end.complete();
    assertFalse(end.watch("id", SessionState.RUNNING));
  }

  @Test
  void saysNothingOfWhatHasClosed() {
    end.begin();
    end.complete();
    nanos.addAndGet(2 * PATIENCE.toNanos());
    assertFalse(end.watch("id", SessionState.CLOSED));
    assertTrue(end.closed().toCompletableFuture().isDone());
  }
}
