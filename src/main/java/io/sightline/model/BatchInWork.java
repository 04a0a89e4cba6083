package io.sightline.model;

import java.util.ArrayList;
import java.util.List;

/**
 * A {@link Batch} with the slots of its rows, and how far its callers are; guarded by the lock of
 * its {@link BatchCallers}, but for the slots: each belongs to the caller of its row.
 */
final class BatchInWork {
  private final Batch memory;
  private final List<CallSlot> slots = new ArrayList<>();
  private int joined;
  private int filled;
  private int left;
  private long since;
  private boolean closed;
  private boolean done;
  private long nanos;
  private Throwable failure;

  BatchInWork(Batch memory) {
    this.memory = memory;
  }

  Batch memory() {
    return memory;
  }

  /** Gives the rows their slots, one each, once. */
  void slots(List<CallSlot> made) {
    slots.addAll(made);
  }

  CallSlot slot(int row) {
    return slots.get(row);
  }

  /** Takes the next row. */
  int join(long now) {
    if (joined == 0) {
      since = now;
    }
    return joined++;
  }

  /** {@link System#nanoTime()} when the first caller joined. */
  long since() {
    return since;
  }

  int joined() {
    return joined;
  }

  boolean isFull() {
    return joined == memory.capacity();
  }

  /** Nobody joins any more. */
  void close() {
    closed = true;
  }

  boolean isClosed() {
    return closed;
  }

  /** A caller's row holds what it shall, or never will. */
  void filled() {
    filled++;
  }

  boolean isFilled() {
    return filled == joined;
  }

  void done(long runNanos, Throwable why) {
    done = true;
    nanos = runNanos;
    failure = why;
  }

  boolean isDone() {
    return done;
  }

  long nanos() {
    return nanos;
  }

  /** Why the run failed, null where it did not. */
  Throwable failure() {
    return failure;
  }

  /** A caller needs its row no more. */
  void leave() {
    left++;
  }

  /** Whether it has run and its callers are gone. */
  boolean isOver() {
    return done && left == joined;
  }

  /** As before the first caller. */
  void reset() {
    joined = 0;
    filled = 0;
    left = 0;
    closed = false;
    done = false;
    failure = null;
  }

  void free() {
    slots.forEach(CallSlot::close);
    memory.close();
  }
}
