package io.sightline.pipeline;

import java.util.ArrayDeque;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * At most so many tasks at once on the container's executor; the rest wait in order of arrival. Its
 * queue stays short: sessions submit through {@link SerialExecutor}, one entry each, and a frame
 * asks for no more hands than it has steps side by side. A thread stays as long as tasks wait.
 */
public final class BoundedExecutor implements Executor {
  private static final System.Logger LOG = System.getLogger(BoundedExecutor.class.getName());

  private final Executor shared;
  private final int threads;
  private final ArrayDeque<Runnable> waiting = new ArrayDeque<>();
  private int running;

  public BoundedExecutor(Executor shared, int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("at least one thread is needed, not " + threads);
    }
    this.shared = shared;
    this.threads = threads;
  }

  /**
   * @throws RejectedExecutionException where the shared executor takes nothing any more and no
   *     thread of it works here; the task then does not run
   */
  @Override
  public void execute(Runnable task) {
    synchronized (waiting) {
      waiting.add(task);
      if (running == threads) {
        return;
      }
      running++;
    }
    try {
      shared.execute(this::work);
    } catch (RejectedExecutionException e) {
      synchronized (waiting) {
        running--;
        if (running == 0 && waiting.remove(task)) {
          throw e;
        }
      }
    }
  }

  private void work() {
    for (Runnable task = next(); task != null; task = next()) {
      try {
        task.run();
      } catch (Throwable e) {
        LOG.log(System.Logger.Level.ERROR, "a task failed", e);
      }
    }
  }

  /** The task that waits longest; null where none does, and then this thread no longer counts. */
  private Runnable next() {
    synchronized (waiting) {
      Runnable task = waiting.poll();
      if (task == null) {
        running--;
      }
      return task;
    }
  }
}
