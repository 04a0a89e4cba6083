package io.sightline.workflow.executor;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Independent tasks that the caller works off together with whoever comes to help. A thread takes a
 * task only to run it at once, so that the caller never waits for a task that nobody has begun.
 */
final class SharedWork implements Runnable {
  private final AtomicReference<List<Runnable>> tasks;
  private final AtomicInteger next = new AtomicInteger();
  private final CountDownLatch unfinished;
  private final AtomicReference<Throwable> thrown = new AtomicReference<>();
  private final int count;

  SharedWork(List<Runnable> tasks) {
    this.tasks = new AtomicReference<>(tasks);
    this.count = tasks.size();
    this.unfinished = new CountDownLatch(count);
  }

  /** Runs all tasks; returns when the last one has ended. What a task throws is thrown here. */
  void complete(Executor helpers) {
    try {
      for (int i = 1; i < count; i++) {
        helpers.execute(this);
      }
    } catch (RejectedExecutionException e) {
      // nobody comes to help: the caller does it alone
    }
    run();
    awaitOthers();
    tasks.set(null);
    if (thrown.get() instanceof Error e) {
      throw e;
    }
    if (thrown.get() instanceof RuntimeException e) {
      throw e;
    }
  }

  /** Takes tasks until none is left. */
  @Override
  public void run() {
    List<Runnable> all = tasks.get();
    for (int i = next.getAndIncrement(); all != null && i < count; i = next.getAndIncrement()) {
      try {
        all.get(i).run();
      } catch (Throwable e) {
        thrown.compareAndSet(null, e);
      } finally {
        unfinished.countDown();
      }
    }
  }

  private void awaitOthers() {
    boolean interrupted = false;
    while (true) {
      try {
        unfinished.await();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
