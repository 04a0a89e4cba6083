package io.sightline.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CallerPoolTest {
  private static final long SECONDS = 20;
  private final AtomicInteger made = new AtomicInteger();
  private final ConcurrentLinkedQueue<Integer> freed = new ConcurrentLinkedQueue<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();

  @AfterEach
  void end() {
    threads.shutdownNow();
  }

  private CallerPool<Integer> pool(int limit) {
    return new CallerPool<>("m", limit, made::incrementAndGet, freed::add);
  }

  @Test
  @DisplayName("N-3: a slot is made when needed and used again")
  void usesTheSlotOfTheLastCallAgain() {
    try (CallerPool<Integer> pool = pool(4)) {
      Integer first = pool.take();
      pool.give(first);
      assertSame(first, pool.take());
      Integer second = pool.take();
      assertEquals(2, made.get());
      pool.give(first);
      pool.give(second);
      assertSame(second, pool.take());
      pool.give(second);
    }
    assertEquals(2, freed.size());
  }

  @Test
  @DisplayName("N-2: no more calls at once than allowed")
  void neverAdmitsMoreThanItsLimit() throws Exception {
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    try (CallerPool<Integer> pool = pool(3)) {
      CountDownLatch done = new CountDownLatch(12);
      for (int t = 0; t < 12; t++) {
        threads.execute(
            () -> {
              for (int i = 0; i < 500; i++) {
                Integer slot = pool.take();
                most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                Thread.yield();
                inside.decrementAndGet();
                pool.give(slot);
              }
              done.countDown();
            });
      }
      assertTrue(done.await(SECONDS, TimeUnit.SECONDS));
    }
    assertTrue(most.get() <= 3, () -> most.get() + " at once");
    assertTrue(made.get() <= 3, () -> made.get() + " slots");
  }

  @Test
  @DisplayName("N-9: closing waits for the calls under way and frees each slot once")
  void waitsForCallsWhenItCloses() throws Exception {
    CallerPool<Integer> pool = pool(2);
    Integer slot = pool.take();
    Future<?> closing = threads.submit(pool::close);
    Future<?> again = threads.submit(pool::close);
    while (!pool.isClosed()) {
      Thread.onSpinWait();
    }
    assertFalse(closing.isDone());
    assertTrue(freed.isEmpty());
    pool.give(slot);
    closing.get(SECONDS, TimeUnit.SECONDS);
    again.get(SECONDS, TimeUnit.SECONDS);
    assertEquals(List.of(slot), List.copyOf(freed));
    pool.close();
    assertEquals(1, freed.size());
  }

  @Test
  @DisplayName("N-9: a call after closing is refused")
  void refusesCallsOnceClosed() {
    CallerPool<Integer> pool = pool(1);
    pool.close();
    ModelClosedException e = assertThrows(ModelClosedException.class, pool::take);
    assertEquals("model 'm' is closed", e.getMessage());
    assertThrows(ModelClosedException.class, pool::take);
  }

  @Test
  @DisplayName("N-9: who waits while it closes is refused too")
  void refusesWhoWaitsWhenItCloses() throws Exception {
    CallerPool<Integer> pool = pool(1);
    Integer slot = pool.take();
    CountDownLatch started = new CountDownLatch(1);
    Future<Integer> waiting =
        threads.submit(
            () -> {
              started.countDown();
              return pool.take();
            });
    assertTrue(started.await(SECONDS, TimeUnit.SECONDS));
    Future<?> closing = threads.submit(pool::close);
    while (!pool.isClosed()) {
      Thread.onSpinWait();
    }
    pool.give(slot);
    Exception e = assertThrows(Exception.class, () -> waiting.get(SECONDS, TimeUnit.SECONDS));
    assertTrue(e.getCause() instanceof ModelClosedException, e::toString);
    closing.get(SECONDS, TimeUnit.SECONDS);
  }

  @Test
  @DisplayName("N-10: an interrupt ends the wait with a typed error and stays set")
  void givesUpWaitingWhenInterrupted() throws Exception {
    CallerPool<Integer> pool = pool(1);
    Integer slot = pool.take();
    CountDownLatch refused = new CountDownLatch(1);
    Thread waiting =
        new Thread(
            () -> {
              ModelException e = assertThrows(ModelException.class, pool::take);
              assertEquals("interrupted while waiting for model 'm'", e.getMessage());
              if (Thread.currentThread().isInterrupted()) {
                refused.countDown();
              }
            });
    waiting.start();
    waiting.interrupt();
    assertTrue(refused.await(SECONDS, TimeUnit.SECONDS));
    waiting.join(Duration.ofSeconds(SECONDS).toMillis());
    pool.give(slot);
    assertSame(slot, pool.take());
    pool.give(slot);
    pool.close();
  }

  @Test
  void admitsTheNextCallerWhereASlotCannotBeMade() {
    AtomicInteger attempts = new AtomicInteger();
    CallerPool<Integer> pool =
        new CallerPool<>(
            "m",
            1,
            () -> {
              if (attempts.incrementAndGet() == 1) {
                throw new ModelException("no memory");
              }
              return 7;
            },
            freed::add);
    assertThrows(ModelException.class, pool::take);
    assertEquals(7, pool.take());
  }
}
