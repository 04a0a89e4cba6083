package io.sightline.session;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * The container's executor, and a thread of its own for each task that the container refuses. A
 * server that stops refuses tasks before the last session has released its native objects.
 */
record RescueExecutor(Executor shared) implements Executor {
  @Override
  public void execute(Runnable task) {
    try {
      shared.execute(task);
    } catch (RejectedExecutionException | IllegalStateException e) {
      Thread thread = new Thread(task, "sightline-rescue");
      thread.setDaemon(true);
      thread.start();
    }
  }
}
