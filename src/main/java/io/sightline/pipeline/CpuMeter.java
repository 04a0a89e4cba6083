package io.sightline.pipeline;

import java.util.concurrent.atomic.AtomicLong;

/**
 * The processor time of one thread that works for a session, from its first look on. Looked at by
 * that thread, read by anybody.
 */
public final class CpuMeter {
  private final AtomicLong spent = new AtomicLong();
  private Thread thread;
  private long last;

  /** Adds what the current thread has taken since it looked last. */
  public void look() {
    long now = CpuClock.nanos();
    if (thread == Thread.currentThread()) {
      spent.addAndGet(Math.max(0, now - last));
    }
    thread = Thread.currentThread();
    last = now;
  }

  /** Nanoseconds so far; 0 where the JVM cannot tell. */
  public long nanos() {
    return spent.get();
  }
}
