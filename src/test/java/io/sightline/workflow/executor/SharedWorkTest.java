package io.sightline.workflow.executor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("X-2: the caller helps and never waits for what nobody has begun")
@Timeout(60)
class SharedWorkTest {
  private static List<Runnable> counting(AtomicInteger counter, int tasks) {
    List<Runnable> list = new ArrayList<>();
    for (int i = 0; i < tasks; i++) {
      list.add(counter::incrementAndGet);
    }
    return list;
  }

  @Test
  void callerDoesEverythingWhenNobodyEverHelps() {
    AtomicInteger done = new AtomicInteger();
    new SharedWork(counting(done, 5)).complete(task -> {});
    assertEquals(5, done.get());
  }

  @Test
  void callerDoesEverythingWhenHelpIsRejected() {
    AtomicInteger done = new AtomicInteger();
    new SharedWork(counting(done, 5))
        .complete(
            task -> {
              throw new RejectedExecutionException();
            });
    assertEquals(5, done.get());
  }

  @Test
  void helpThatComesTooLateFindsNothing() {
    AtomicInteger done = new AtomicInteger();
    List<Runnable> late = new ArrayList<>();
    new SharedWork(counting(done, 3)).complete(late::add);
    late.forEach(Runnable::run);
    assertEquals(3, done.get());
  }

  @Test
  void everyThreadOfAPoolMayCallAtOnce() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(2);
    try {
      AtomicInteger done = new AtomicInteger();
      List<Future<?>> callers = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        callers.add(pool.submit(() -> new SharedWork(counting(done, 4)).complete(pool)));
      }
      for (Future<?> caller : callers) {
        caller.get(30, TimeUnit.SECONDS);
      }
      assertEquals(200, done.get());
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void tasksRunSideBySideWhereThreadsAreFree() {
    ExecutorService pool = Executors.newFixedThreadPool(1);
    try {
      CountDownLatch both = new CountDownLatch(2);
      Set<Thread> threads = ConcurrentHashMap.newKeySet();
      Runnable meeting =
          () -> {
            threads.add(Thread.currentThread());
            both.countDown();
            try {
              assertTrue(both.await(30, TimeUnit.SECONDS));
            } catch (InterruptedException e) {
              throw new IllegalStateException(e);
            }
          };
      new SharedWork(List.of(meeting, meeting)).complete(pool);
      assertEquals(2, threads.size());
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void whatATaskThrowsIsThrownToTheCallerAfterAllHaveRun() {
    AtomicInteger done = new AtomicInteger();
    Error error = new InternalError("virtual machine");
    List<Runnable> tasks =
        List.of(
            () -> {
              throw error;
            },
            done::incrementAndGet);
    SharedWork work = new SharedWork(tasks);
    assertSame(error, assertThrows(InternalError.class, () -> work.complete(Runnable::run)));
    assertEquals(1, done.get());
  }
}
