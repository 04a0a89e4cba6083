package io.sightline.threads;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Names the threads of another factory by their work, and numbers them. Safe for several threads.
 */
public final class NamedThreadFactory implements ThreadFactory {
  private final ThreadFactory factory;
  private final String name;
  private final AtomicInteger made = new AtomicInteger();

  /**
   * @param factory of the container, or any other
   * @param name what the threads' names begin with
   */
  public NamedThreadFactory(ThreadFactory factory, String name) {
    this.factory = factory;
    this.name = name;
  }

  @Override
  public Thread newThread(Runnable task) {
    Thread thread = factory.newThread(task);
    thread.setName(name + "-" + made.incrementAndGet());
    return thread;
  }
}
