package io.sightline.pipeline;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts the tasks given to an executor, so that an end can wait for the last of them. */
public final class TasksInFlight {
  private final Executor executor;
  private final AtomicInteger count = new AtomicInteger(1);
  private final AtomicBoolean ended = new AtomicBoolean();
  private final CompletableFuture<Void> done = new CompletableFuture<>();

  public TasksInFlight(Executor executor) {
    this.executor = executor;
  }

  /** Runs the task unless ended or rejected; answers whether it will run. */
  public boolean run(Runnable task) {
    if (count.getAndUpdate(n -> n > 0 ? n + 1 : n) == 0) {
      return false;
    }
    try {
      executor.execute(
          () -> {
            try {
              task.run();
            } finally {
              leave();
            }
          });
      return true;
    } catch (RejectedExecutionException e) {
      leave();
      return false;
    }
  }

  public boolean ended() {
    return ended.get();
  }

  /** Completes when the tasks given so far are done. Idempotent. */
  public CompletionStage<Void> end() {
    if (ended.compareAndSet(false, true)) {
      leave();
    }
    return done.minimalCompletionStage();
  }

  private void leave() {
    if (count.decrementAndGet() == 0) {
      done.complete(null);
    }
  }
}
