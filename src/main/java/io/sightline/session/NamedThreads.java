package io.sightline.session;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Threads that do nothing but process frames, made by the container and so managed by it, never
 * those that serve requests. They come when there is work, go when there is none for a while, and
 * are as many as {@link io.sightline.pipeline.BoundedExecutor} lets work at once.
 */
final class FrameThreads implements Executor, AutoCloseable {
  private final ExecutorService pool;

  /**
   * @param factory of the container, or any other
   */
  FrameThreads(ThreadFactory factory) {
    AtomicInteger made = new AtomicInteger();
    this.pool =
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = factory.newThread(task);
              thread.setName("sightline-frames-" + made.incrementAndGet());
              return thread;
            });
  }

  @Override
  public void execute(Runnable task) {
    pool.execute(task);
  }

  /** Takes no more work; what runs goes on to its end. */
  @Override
  public void close() {
    pool.shutdown();
  }
}
