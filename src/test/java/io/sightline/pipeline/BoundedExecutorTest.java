package io.sightline.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sightline.threads.LongWait;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
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
  @DisplayName("P-3: who waits long lends its place, and one thread goes when it is back")
  void lendsThePlaceOfATaskThatWaitsLong() throws Exception {
    ExecutorService pool = Executors.newCachedThreadPool();
    BoundedExecutor bounded = new BoundedExecutor(pool, 1);
    CountDownLatch waits = new CountDownLatch(1);
    CountDownLatch loaded = new CountDownLatch(1);
    AtomicInteger atOnce = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    Semaphore done = new Semaphore(0);
    bounded.execute(
        () -> {
          try {
            LongWait.of(
                () -> {
                  waits.countDown();
                  return loaded.await(20, TimeUnit.SECONDS);
                });
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
          done.release();
        });
    assertTrue(waits.await(20, TimeUnit.SECONDS));
    bounded.execute(done::release);
    assertTrue(done.tryAcquire(20, TimeUnit.SECONDS), "the other one works meanwhile");
    loaded.countDown();
    assertTrue(done.tryAcquire(20, TimeUnit.SECONDS));
    for (int i = 0; i < 200; i++) {
      bounded.execute(
          () -> {
            most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
            Thread.onSpinWait();
            atOnce.decrementAndGet();
            done.release();
          });
    }
    assertTrue(done.tryAcquire(200, 20, TimeUnit.SECONDS));
    pool.shutdown();
    assertTrue(pool.awaitTermination(20, TimeUnit.SECONDS));
    assertTrue(most.get() <= 2, "tasks at once: " + most);
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
  @DisplayName("P-14: a thread whose task does not return gets a substitute, and none when it does")
  void relievesAThreadThatIsStuck() throws Exception {
    ExecutorService pool = Executors.newCachedThreadPool();
    AtomicLong nanos = new AtomicLong(5);
    BoundedExecutor bounded = new BoundedExecutor(pool, 1, nanos::get);
    CountDownLatch stuck = new CountDownLatch(1);
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch others = new CountDownLatch(2);
    bounded.execute(
        () -> {
          begun.countDown();
          awaitQuietly(stuck);
        });
    begun.await();
    bounded.execute(others::countDown);
    nanos.addAndGet(Duration.ofSeconds(9).toNanos());
    bounded.relieve(Duration.ofSeconds(10));
    assertEquals(0, bounded.stuck());
    nanos.addAndGet(Duration.ofSeconds(1).toNanos());
    bounded.relieve(Duration.ofSeconds(10));
    bounded.relieve(Duration.ofSeconds(10));
    assertEquals(1, bounded.stuck());
    bounded.execute(others::countDown);
    assertTrue(others.await(20, TimeUnit.SECONDS), "others go on");
    stuck.countDown();
    pool.shutdown();
    assertTrue(pool.awaitTermination(20, TimeUnit.SECONDS));
    assertEquals(0, bounded.stuck());
  }

  @Test
  @DisplayName("P-14: there are not endlessly many substitutes")
  void boundsTheSubstitutes() throws Exception {
    ExecutorService pool = Executors.newCachedThreadPool();
    AtomicLong nanos = new AtomicLong();
    BoundedExecutor bounded = new BoundedExecutor(pool, 1, nanos::get);
    CountDownLatch stuck = new CountDownLatch(1);
    Semaphore begun = new Semaphore(0);
    for (int i = 0; i < BoundedExecutor.SUBSTITUTES_MAX; i++) {
      assertFalse(bounded.exhausted());
      bounded.execute(
          () -> {
            begun.release();
            awaitQuietly(stuck);
          });
      begun.acquire();
      nanos.addAndGet(Duration.ofSeconds(10).toNanos());
      bounded.relieve(Duration.ofSeconds(10));
    }
    assertTrue(bounded.exhausted());
    assertEquals(BoundedExecutor.SUBSTITUTES_MAX, bounded.stuck());
    stuck.countDown();
    pool.shutdown();
    assertTrue(pool.awaitTermination(20, TimeUnit.SECONDS));
    assertEquals(0, bounded.stuck());
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
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

  @Test
  @DisplayName("P-17: sessions of short and of long frames get the same time of the threads")
  void givesEverySessionTheSameTime() throws InterruptedException {
    ExecutorService pool = Executors.newFixedThreadPool(2);
    BoundedExecutor bounded = new BoundedExecutor(pool, 2);
    CountDownLatch end = new CountDownLatch(1);
    List<Looping> sessions =
        List.of(new Looping(1), new Looping(2), new Looping(8), new Looping(25));
    sessions.forEach(session -> session.start(new SerialExecutor(bounded.share()), end));
    while (sessions.get(3).frames.get() < 80) {
      Thread.sleep(10);
    }
    long[] spent = sessions.stream().mapToLong(session -> session.nanos.get()).toArray();
    long longest = sessions.stream().mapToLong(session -> session.longest.get()).max().getAsLong();
    end.countDown();
    pool.shutdown();
    assertTrue(pool.awaitTermination(20, TimeUnit.SECONDS));
    long least = LongStream.of(spent).min().getAsLong();
    long most = LongStream.of(spent).max().getAsLong();
    assertTrue(
        most - least <= 2 * FairQueue.LEEWAY_NANOS + 12 * longest,
        () -> Arrays.toString(spent) + ", longest " + longest);
  }

  /** A session that always has another frame. */
  private static final class Looping {
    private final long millis;
    private final AtomicInteger frames = new AtomicInteger();
    private final AtomicLong nanos = new AtomicLong();
    private final AtomicLong longest = new AtomicLong();

    Looping(long millis) {
      this.millis = millis;
    }

    void start(SerialExecutor turns, CountDownLatch end) {
      turns.execute(
          () -> {
            long start = System.nanoTime();
            try {
              Thread.sleep(millis);
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
            long took = System.nanoTime() - start;
            nanos.addAndGet(took);
            longest.accumulateAndGet(took, Math::max);
            frames.incrementAndGet();
            if (end.getCount() > 0) {
              start(turns, end);
            }
          });
    }
  }

  @Test
  @DisplayName("P-17: a frame's steps side by side are its session's")
  void countsWhatATaskSubmitsToItsOwnShare() {
    AtomicLong nanos = new AtomicLong();
    BoundedExecutor bounded = new BoundedExecutor(shared::add, 1, nanos::get);
    long step = FairQueue.LEEWAY_NANOS + 1;
    Executor wide = bounded.share();
    Executor narrow = bounded.share();
    wide.execute(
        () -> {
          bounded.execute(() -> ran.add(1));
          nanos.addAndGet(step);
        });
    narrow.execute(
        () -> {
          ran.add(2);
          nanos.addAndGet(step / 2);
        });
    narrow.execute(() -> ran.add(3));
    shared.poll().run();
    assertEquals(List.of(2, 3, 1), ran);
  }
}
