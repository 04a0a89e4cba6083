package io.sightline.http;

import io.sightline.threads.LongWait;
import io.sightline.threads.NamedThreadFactory;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads that run workflows for requests, few enough to leave live sessions their cores. What
 * waits for them is bounded by {@link Admission}. They go when there is nothing to do. Who waits
 * long, as for a model that loads, lends its place to another request.
 */
final class WorkThreads implements Executor, LongWait.Place, AutoCloseable {
  private static final int IDLE_SECONDS = 30;

  private final ThreadPoolExecutor pool;

  /**
   * @param factory of the container, or any other
   */
  WorkThreads(int threads, ThreadFactory factory) {
    pool =
        new ThreadPoolExecutor(
            threads,
            threads,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            new NamedThreadFactory(factory, "sightline-requests"));
    pool.allowCoreThreadTimeOut(true);
  }

  @Override
  public void execute(Runnable task) {
    pool.execute(() -> LongWait.lend(this, task));
  }

  @Override
  public synchronized void leave() {
    pool.setMaximumPoolSize(pool.getMaximumPoolSize() + 1);
    pool.setCorePoolSize(pool.getCorePoolSize() + 1);
  }

  @Override
  public synchronized void comeBack() {
    pool.setCorePoolSize(pool.getCorePoolSize() - 1);
    pool.setMaximumPoolSize(pool.getMaximumPoolSize() - 1);
  }

  /** Takes no more work; what runs goes on to its end. */
  @Override
  public void close() {
    pool.shutdown();
  }
}
