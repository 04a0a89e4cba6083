package io.sightline.signaling;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A few threads that close sockets. Closing one waits for its pending read, which ends on a thread
 * of the server's pool: hundreds of closes on that very pool would wait for each other, and every
 * request and frame with them.
 */
final class ClosingThreads implements Executor, AutoCloseable {
  static final int THREADS = 4;
  private static final long IDLE_SECONDS = 30;

  private final ThreadPoolExecutor pool;

  /**
   * @param factory of the container, or any other
   */
  ClosingThreads(ThreadFactory factory) {
    AtomicInteger made = new AtomicInteger();
    pool =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> {
              Thread thread = factory.newThread(task);
              thread.setName("sightline-closing-" + made.incrementAndGet());
              return thread;
            },
            new ThreadPoolExecutor.DiscardPolicy());
    pool.allowCoreThreadTimeOut(true);
  }

  @Override
  public void execute(Runnable task) {
    pool.execute(task);
  }

  /** What waits is still closed; the container closes what comes later. */
  @Override
  public void close() {
    pool.shutdown();
  }
}
