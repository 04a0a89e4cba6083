package io.sightline.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class StillVideoTest {
  private static final Duration HALF = Duration.ofMillis(500);

  private final Queue<Runnable> later = new ArrayDeque<>();
  private final List<Long> filled = new ArrayList<>();
  private boolean paused;

  @Test
  @DisplayName("M-14: looks again and again, from the connection on")
  void looksAgainAndAgain() {
    StillVideo still = still(HALF);
    assertNull(later.peek(), "not before the start");
    still.start();
    still.start();
    assertEquals(1, later.size());
    later.remove().run();
    later.remove().run();
    assertEquals(List.of(HALF.toNanos(), HALF.toNanos()), filled);
    assertEquals(1, later.size());
  }

  @Test
  @DisplayName("P-7: nothing is sent while paused, and it goes on afterwards")
  void sendsNothingWhilePaused() {
    still(HALF).start();
    paused = true;
    later.remove().run();
    assertEquals(List.of(), filled);
    paused = false;
    later.remove().run();
    assertEquals(1, filled.size());
  }

  @Test
  void stopsWithItsSession() {
    StillVideo still = still(HALF);
    still.start();
    still.close();
    later.remove().run();
    assertEquals(List.of(), filled);
    assertNull(later.peek());
  }

  @Test
  void neverLooksWhereASettingSaysSo() {
    still(Duration.ZERO).start();
    assertNull(later.peek());
  }

  @Test
  void bearsATimerThatTakesNothingAnyMore() {
    StillVideo still =
        new StillVideo(
            filled::add,
            HALF,
            (task, time) -> {
              throw new RejectedExecutionException();
            },
            () -> false);
    still.start();
    assertEquals(List.of(), filled);
  }

  private StillVideo still(Duration after) {
    return new StillVideo(filled::add, after, (task, time) -> later.add(task), () -> paused);
  }
}
