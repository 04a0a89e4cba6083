package io.sightline.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
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

class SerialExecutorTest {
  private final ArrayDeque<Runnable> shared = new ArrayDeque<>();
  private final SerialExecutor serial = new SerialExecutor(shared::add);
  private final List<Integer> ran = new ArrayList<>();

  @Test
  @DisplayName("P-1: at most one task of a session waits on the shared executor")
  void keepsOneTaskOnTheSharedExecutor() {
    for (int i = 0; i < 3; i++) {
      int number = i;
      serial.execute(() -> ran.add(number));
    }
    assertEquals(1, shared.size());
    shared.poll().run();
    assertEquals(List.of(0), ran);
    assertEquals(1, shared.size());
    shared.poll().run();
    shared.poll().run();
    assertEquals(List.of(0, 1, 2), ran);
    assertTrue(shared.isEmpty());
    serial.execute(() -> ran.add(3));
    shared.poll().run();
    assertEquals(List.of(0, 1, 2, 3), ran);
  }

  @Test
  void goesOnAfterATaskThatThrows() {
    serial.execute(
        () -> {
          throw new AssertionError("thrown on purpose");
        });
    serial.execute(() -> ran.add(1));
    shared.poll().run();
    shared.poll().run();
    assertEquals(List.of(1), ran);
  }

  @Test
  @DisplayName("P-2: a task that the shared executor rejects is the caller's to know")
  void tellsTheCallerOfARejection() {
    SerialExecutor closed =
        new SerialExecutor(
            task -> {
              throw new RejectedExecutionException("closed");
            });
    assertThrows(RejectedExecutionException.class, () -> closed.execute(() -> ran.add(1)));
    assertThrows(RejectedExecutionException.class, () -> closed.execute(() -> ran.add(2)));
    assertEquals(List.of(), ran);
  }

  @Test
  @DisplayName("P-2: tasks that were accepted run even if the shared executor closes meanwhile")
  void finishesOnItsThreadWhenTheSharedExecutorCloses() {
    AtomicInteger accepted = new AtomicInteger();
    ArrayDeque<Runnable> last = new ArrayDeque<>();
    SerialExecutor closing =
        new SerialExecutor(
            task -> {
              if (accepted.getAndIncrement() > 0) {
                throw new RejectedExecutionException("closed");
              }
              last.add(task);
            });
    IntStream.range(0, 3).forEach(i -> closing.execute(() -> ran.add(i)));
    last.poll().run();
    assertEquals(List.of(0, 1, 2), ran);
  }

  @Test
  @DisplayName("P-1: order and exclusion hold with many threads")
  void runsInOrderOnManyThreads() throws InterruptedException {
    ExecutorService pool = Executors.newFixedThreadPool(4);
    SerialExecutor many = new SerialExecutor(pool);
    List<Integer> order = Collections.synchronizedList(new ArrayList<>());
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    CountDownLatch done = new CountDownLatch(2000);
    for (int i = 0; i < 2000; i++) {
      int number = i;
      many.execute(
          () -> {
            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
            order.add(number);
            inside.decrementAndGet();
            done.countDown();
          });
    }
    assertTrue(done.await(30, TimeUnit.SECONDS));
    pool.shutdown();
    assertEquals(1, most.get());
    assertEquals(IntStream.range(0, 2000).boxed().toList(), order);
  }
}
