package io.sightline.pipeline;

import java.util.ArrayDeque;

/**
 * What one session has waiting, and what it has had of the threads. Not safe for use by several
 * threads; {@link FairQueue} keeps it.
 */
final class Share {
  /** Tasks after which one has all but left the mean. */
  private static final int MEMORY = 8;

  private final ArrayDeque<Entry> waiting = new ArrayDeque<>();
  private long spent;
  private int running;
  private long startsSum;
  private long usual;

  /** A task and its place in the order of arrival. */
  private record Entry(Runnable task, long arrival) {}

  void add(Runnable task, long arrival) {
    waiting.add(new Entry(task, arrival));
  }

  /** Place of the task that waits longest; only where one waits. */
  long oldest() {
    return waiting.element().arrival;
  }

  Runnable poll() {
    return waiting.remove().task;
  }

  boolean remove(Runnable task) {
    return waiting.removeIf(entry -> entry.task == task);
  }

  boolean isWaiting() {
    return !waiting.isEmpty();
  }

  boolean isIdle() {
    return waiting.isEmpty() && running == 0;
  }

  /** Nanoseconds of threads so far, those of tasks that still run included. */
  long spent(long now) {
    return spent + running * now - startsSum;
  }

  /** Counts it as if it had spent this much; only where nothing of it runs. */
  void raise(long least) {
    spent = Math.max(spent, least);
  }

  void begin(long now) {
    running++;
    startsSum += now;
  }

  /**
   * @param start as {@link #begin} was told
   */
  void end(long start, long now) {
    running--;
    startsSum -= start;
    spent += now - start;
    usual += (now - start - usual) / MEMORY;
  }

  /** Nanoseconds of a task, the mean of the last ones. */
  long usual() {
    return usual;
  }
}
