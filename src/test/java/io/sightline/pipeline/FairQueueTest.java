package io.sightline.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FairQueueTest {
  private static final Runnable NOTHING = () -> {};

  /** Cameras whose frames cost so many milliseconds. */
  private static List<FrameDemand> cameras(int count, int intervalMillis, double costMillis) {
    return IntStream.range(0, count)
        .mapToObj(i -> new FrameDemand(intervalMillis, costMillis, i * 4))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  @DisplayName("P-17: eight equal sessions get equal rates within 10 % on any number of threads")
  void equalSessionsGetEqualRates(int threads) {
    List<FrameDemand> cameras = cameras(8, 33, 40);
    new SimulatedThreads(threads, cameras).run(20_000);
    int most = cameras.stream().mapToInt(FrameDemand::done).max().orElseThrow();
    int least = cameras.stream().mapToInt(FrameDemand::done).min().orElseThrow();
    assertTrue(least >= 0.9 * most, () -> cameras.toString());
    assertTrue(least > 20_000 * threads / 40 / 8 * 0.8, () -> cameras.toString());
  }

  @Test
  @DisplayName("P-17: equal rates within 10 % after 60 frames, where the cost of a frame varies")
  void chanceDoesNotMakeRatesUnequal() {
    List<FrameDemand> cameras =
        IntStream.range(0, 8).mapToObj(i -> new FrameDemand(33, 150, i * 4, 0.9)).toList();
    new SimulatedThreads(2, cameras).run(60 * 8 * 150 / 2);
    int most = cameras.stream().mapToInt(FrameDemand::done).max().orElseThrow();
    int least = cameras.stream().mapToInt(FrameDemand::done).min().orElseThrow();
    assertTrue(least >= 0.9 * most, () -> cameras.toString());
  }

  @Test
  @DisplayName("P-17: a heavy session gets its share, and the light ones lose nothing to it")
  void aHeavySessionStarvesNobody() {
    List<FrameDemand> sessions = new ArrayList<>(cameras(7, 40, 10));
    FrameDemand heavy = new FrameDemand(33, 500, 1);
    sessions.add(heavy);
    new SimulatedThreads(3, sessions).run(60_000);
    for (FrameDemand light : sessions.subList(0, 7)) {
      assertTrue(light.done() >= 0.95 * 60_000 / 40, () -> sessions.toString());
      assertTrue(light.longestWait() <= 60, () -> sessions.toString());
    }
    assertTrue(heavy.done() >= 0.95 * 60_000 / 500, heavy::toString);
  }

  @Test
  @DisplayName("P-17: sessions that each want more than their share get the same time")
  void sharesTimeAndNotFrames() {
    List<FrameDemand> sessions =
        List.of(
            new FrameDemand(33, 60, 0),
            new FrameDemand(33, 120, 1),
            new FrameDemand(33, 240, 2),
            new FrameDemand(33, 480, 3));
    new SimulatedThreads(2, sessions).run(96_000);
    int[] expected = {800, 400, 200, 100};
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], sessions.get(i).done(), expected[i] / 10.0, sessions::toString);
    }
  }

  @Test
  @DisplayName("P-17: two thirds of a thread are nobody's where nobody else wants them")
  void whatOthersLeaveIsAnybodys() {
    FrameDemand hungry = new FrameDemand(10, 30, 0);
    FrameDemand modest = new FrameDemand(100, 10, 5);
    new SimulatedThreads(1, List.of(hungry, modest)).run(30_000);
    assertTrue(modest.done() >= 290, modest::toString);
    assertTrue(hungry.done() >= 880, hungry::toString);
  }

  @Test
  @DisplayName("P-17: who paused has saved nothing up, and need not make up for it")
  void anIdleSessionSavesNothingUp() {
    FairQueue queue = new FairQueue();
    Share busy = new Share();
    Share late = new Share();
    long now = 0;
    for (int i = 0; i < 100; i++) {
      queue.add(busy, NOTHING);
      now = run(queue, now, 100_000_000L, busy);
    }
    for (int i = 0; i < 4; i++) {
      queue.add(busy, NOTHING);
      queue.add(late, NOTHING);
    }
    int ofLate = 0;
    for (int i = 0; i < 4; i++) {
      FairQueue.Turn turn = queue.poll(now);
      ofLate += turn.share() == late ? 1 : 0;
      now += 100_000_000L;
      queue.end(turn, now);
    }
    assertEquals(2, ofLate);
  }

  private static long run(FairQueue queue, long now, long cost, Share expected) {
    FairQueue.Turn turn = queue.poll(now);
    assertSame(expected, turn.share());
    queue.end(turn, now + cost);
    return now + cost;
  }

  @Test
  @DisplayName("P-17: among those that have had as much the one that waits longest is next")
  void servesWhoWaitsLongestAmongEquals() {
    FairQueue queue = new FairQueue();
    Share first = new Share();
    Share second = new Share();
    queue.add(first, NOTHING);
    queue.add(second, NOTHING);
    long now = run(queue, 0, FairQueue.LEEWAY_NANOS, first);
    queue.add(first, NOTHING);
    now = run(queue, now, 1_000, second);
    queue.add(second, NOTHING);
    now = run(queue, now, 1_000, first);
    run(queue, now, 1_000, second);
    assertNull(queue.poll(now));
  }

  @Test
  @DisplayName("P-17: what a session's other threads are at counts while they are at it")
  void countsTasksThatStillRun() {
    FairQueue queue = new FairQueue();
    Share wide = new Share();
    Share narrow = new Share();
    queue.add(wide, NOTHING);
    queue.add(wide, NOTHING);
    FairQueue.Turn running = queue.poll(0);
    queue.add(narrow, NOTHING);
    queue.add(narrow, NOTHING);
    long later = FairQueue.LEEWAY_NANOS + 1;
    assertSame(narrow, queue.poll(later).share());
    queue.end(running, later);
    assertSame(narrow, queue.poll(later).share());
    assertSame(wide, queue.poll(later).share());
    assertEquals(0, queue.size());
  }

  @Test
  void takesBackWhatHasNotBegun() {
    FairQueue queue = new FairQueue();
    Share share = new Share();
    queue.add(share, NOTHING);
    assertTrue(queue.remove(share, NOTHING));
    assertFalse(queue.remove(share, NOTHING));
    assertEquals(0, queue.size());
    assertNull(queue.poll(1));
  }
}
