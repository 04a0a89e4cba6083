package io.sightline.session;

import io.sightline.threads.NamedThreadFactory;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;

/**
 * Threads for one kind of work, made by the container and so managed by it, never those that serve
 * requests. They come when there is work, one for each task at once, and go when there is none for
 * a while.
 */
public final class NamedThreads implements Executor, AutoCloseable {
  private final ExecutorService pool;

  /**
   * @param factory of the container, or any other
   * @param name what the threads' names begin with
   */
  public NamedThreads(ThreadFactory factory, String name) {
    this.pool = Executors.newCachedThreadPool(new NamedThreadFactory(factory, name));
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
