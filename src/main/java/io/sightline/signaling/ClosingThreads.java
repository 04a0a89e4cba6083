package io.sightline.signaling;

import io.sightline.threads.NamedThreadFactory;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

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
    pool =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            new NamedThreadFactory(factory, "sightline-closing"),
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
