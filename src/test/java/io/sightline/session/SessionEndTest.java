package io.sightline.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SessionEndTest {
  private final AtomicLong nanos = new AtomicLong(7);
  private final SessionEnd end = new SessionEnd(nanos::get);

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
  void tellsOnceOfAnEndThatTakesTooLong() {
    assertFalse(end.watch("id", SessionState.RUNNING));
    end.begin();
    nanos.addAndGet(SessionEnd.PATIENCE.toNanos() - 1);
    assertFalse(end.watch("id", SessionState.RUNNING));
    nanos.incrementAndGet();
    assertTrue(end.watch("id", SessionState.RUNNING));
    assertFalse(end.watch("id", SessionState.RUNNING));
  }

  @Test
  void saysNothingOfWhatHasClosed() {
    end.begin();
    end.complete();
    nanos.addAndGet(2 * SessionEnd.PATIENCE.toNanos());
    assertFalse(end.watch("id", SessionState.CLOSED));
    assertTrue(end.closed().toCompletableFuture().isDone());
  }
}
