package io.sightline.pipeline;

import java.util.ArrayDeque;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * Runs its tasks one after the other, in order, on a shared executor, with at most one task there
 * at a time; gives the thread back after each task. A throwing task is logged and the next one
 * runs.
 */
public final class SerialExecutor implements Executor {
  private static final System.Logger LOG = System.getLogger(SerialExecutor.class.getName());

  private final Executor shared;
  private final ArrayDeque<Runnable> tasks = new ArrayDeque<>();
  private boolean active;

  public SerialExecutor(Executor shared) {
    this.shared = shared;
  }

  /**
   * @throws RejectedExecutionException where the shared executor takes nothing any more; the task
   *     then does not run
   */
  @Override
  public void execute(Runnable task) {
    synchronized (tasks) {
      tasks.add(task);
      if (active) {
        return;
      }
      active = true;
    }
    try {
      shared.execute(this::runNext);
    } catch (RejectedExecutionException e) {
      synchronized (tasks) {
        active = false;
        tasks.remove(task);
      }
      throw e;
    }
  }

  private void runNext() {
    runOne();
    if (hasMore()) {
      try {
        shared.execute(this::runNext);
      } catch (RejectedExecutionException e) {
        do {
          runOne();
        } while (hasMore());
      }
    }
  }

  private void runOne() {
    Runnable task;
    synchronized (tasks) {
      task = tasks.poll();
    }
    if (task != null) {
      try {
        task.run();
      } catch (Throwable e) {
        LOG.log(System.Logger.Level.ERROR, "a task failed", e);
      }
    }
  }

  private boolean hasMore() {
    synchronized (tasks) {
      active = !tasks.isEmpty();
      return active;
    }
  }
}
