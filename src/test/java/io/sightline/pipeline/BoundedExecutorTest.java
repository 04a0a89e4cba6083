package io.sightline.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class BoundedExecutorTest {
  private final ArrayDeque<Runnable> shared = new ArrayDeque<>();
  private final List<Integer> ran = new ArrayList<>();

  @Test
  @DisplayName("P-3: at most so many tasks at once, the rest in order of arrival")
  void takesSoManyThreadsAndNoMore() {
    BoundedExecutor bounded = new BoundedExecutor(shared::add, 2);
    IntStream.range(0, 5).forEach(i -> bounded.execute(() -> ran.add(i)));
    assertEquals(2, shared.size());
    shared.poll().run();
    assertEquals(List.of(0, 1, 2, 3, 4), ran);
    shared.poll().run();
    bounded.execute(() -> ran.add(5));
    assertEquals(1, shared.size());
    shared.poll().run();
    assertEquals(6, ran.size());
  }

  @Test
  void goesOnAfterATaskThatThrows() {
    BoundedExecutor bounded = new BoundedExecutor(shared::add, 1);
    bounded.execute(
        () -> {
          throw new StackOverflowError("thrown on purpose");
        });
    bounded.execute(() -> ran.add(1));
    shared.poll().run();
    assertEquals(List.of(1), ran);
  }

  @Test
  @DisplayName("P-2: a task that nobody will run is the caller's to know")
  void tellsTheCallerOfARejection() {
    BoundedExecutor bounded =
        new BoundedExecutor(
            task -> {
              throw new RejectedExecutionException("closed");
            },
            1);
    assertThrows(RejectedExecutionException.class, () -> bounded.execute(() -> ran.add(1)));
    assertThrows(RejectedExecutionException.class, () -> bounded.execute(() -> ran.add(2)));
    assertThrows(IllegalArgumentException.class, () -> new BoundedExecutor(shared::add, 0));
  }

  @Test
  void holdsItsBoundUnderLoad() throws InterruptedException {
    ExecutorService pool = Executors.newFixedThreadPool(8);
    BoundedExecutor bounded = new BoundedExecutor(pool, 3);
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    CountDownLatch done = new CountDownLatch(3000);
    for (int i = 0; i < 3000; i++) {
      bounded.execute(
          () -> {
            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
            Thread.yield();
            inside.decrementAndGet();
            done.countDown();
          });
    }
    assertTrue(done.await(30, TimeUnit.SECONDS));
    pool.shutdown();
    assertTrue(most.get() <= 3, "at once: " + most);
  }
}
