package io.sightline.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sightline.pipeline.BoundedExecutor;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class FrameThreadsTest {
  private final ExecutorService pool = Executors.newCachedThreadPool();
  private final BoundedExecutor frames = new BoundedExecutor(pool, 1);
  private final FrameThreads check = new FrameThreads(frames);

  @Test
  @DisplayName("A-4: it lives while stuck threads are replaced, and says how many there are")
  void livesWhileStuckThreadsAreReplaced() throws Exception {
    CountDownLatch stuck = new CountDownLatch(1);
    assertAnswer(Status.UP, 0);
    int threads = 0;
    while (!frames.exhausted()) {
      assertAnswer(Status.UP, threads++);
      stick(stuck);
      frames.relieve(Duration.ZERO);
    }
    assertAnswer(Status.DOWN, threads);
    stuck.countDown();
    pool.shutdown();
    assertTrue(pool.awaitTermination(20, TimeUnit.SECONDS));
    assertAnswer(Status.UP, 0);
  }

  private void stick(CountDownLatch stuck) throws InterruptedException {
    Semaphore begun = new Semaphore(0);
    frames.execute(
        () -> {
          begun.release();
          try {
            stuck.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    begun.acquire();
  }

  private void assertAnswer(Status status, long stuck) {
    HealthCheckResponse answer = check.call();
    assertEquals(status, answer.getStatus());
    assertEquals(Optional.of(stuck), answer.getData().map(data -> data.get("stuck")));
  }
}
