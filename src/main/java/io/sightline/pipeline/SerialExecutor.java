package io.sightline.pipeline;

import java.util.concurrent.Executor;

/**
 * Runs its tasks one after the other, in order, on a shared executor, with at most one task there
 * at a time; gives the thread back after each task.
 */
public final class SerialExecutor implements Executor {
  public SerialExecutor(Executor shared) {}

  @Override
  public void execute(Runnable task) {
    throw new UnsupportedOperationException();
  }
}
