package io.sightline.signaling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ClosingThreadsTest {
  @Test
  @DisplayName("G-12: sockets that close slowly take a few threads, and all of them close")
  void closesManySocketsOnAFewThreads() throws InterruptedException {
    CountDownLatch slow = new CountDownLatch(1);
    CountDownLatch busy = new CountDownLatch(ClosingThreads.THREADS);
    CountDownLatch closed = new CountDownLatch(1000);
    AtomicInteger made = new AtomicInteger();
    try (ClosingThreads threads =
        new ClosingThreads(
            task -> {
              made.incrementAndGet();
              return Executors.defaultThreadFactory().newThread(task);
            })) {
      for (int i = 0; i < 1000; i++) {
        threads.execute(
            () -> {
              busy.countDown();
              await(slow);
              closed.countDown();
            });
      }
      busy.await();
      assertEquals(ClosingThreads.THREADS, made.get());
      slow.countDown();
      assertTrue(closed.await(30, TimeUnit.SECONDS));
    }
  }

  @Test
  void closesWhatWaitsWhenTheApplicationEnds() throws InterruptedException {
    CountDownLatch closed = new CountDownLatch(20);
    ClosingThreads threads = new ClosingThreads(Executors.defaultThreadFactory());
    for (int i = 0; i < 20; i++) {
      threads.execute(closed::countDown);
    }
    threads.close();
    threads.execute(() -> {});
    assertTrue(closed.await(30, TimeUnit.SECONDS));
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
