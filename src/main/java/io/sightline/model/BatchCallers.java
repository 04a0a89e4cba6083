package io.sightline.model;

import ai.onnxruntime.OrtException;
import java.util.ArrayDeque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * Lets calls of several sessions run through a network together. Who comes joins the batch that is
 * open; the first of a batch leads it: waits until a run is free and then, for no longer than the
 * delay since it came, for the batch to be full, closes it, waits until all have filled their rows,
 * and runs it on its own thread. Then each reads its own row.
 *
 * <p>Order is that of arrival throughout: rows in a batch, batches for a run, callers that find all
 * memory in use. Memory is bounded by the runs at once and two batches more, one that fills up and
 * one whose callers read. The lock is never held while a network runs, a picture is written or
 * memory is made.
 *
 * <p>A caller that is interrupted while it waits for its batch leaves with an error, one that leads
 * goes on to the end for the others' sake. A row whose caller fails before the run goes through the
 * network with whatever is in it, and nobody reads it.
 */
final class BatchCallers implements Callers<CallSlot> {
  private static final int SPARE = 2;

  private final String id;
  private final int runs;
  private final long delayNanos;
  private final BatchStock stock;
  private final ReentrantLock lock = new ReentrantLock(true);
  private final Condition changed = lock.newCondition();
  private final ArrayDeque<Thread> arrived = new ArrayDeque<>();
  private final ArrayDeque<BatchInWork> inOrder = new ArrayDeque<>();
  private BatchInWork open;
  private int running;
  private boolean closed;

  /**
   * @param id names the model in errors
   * @param runs batches that run at once
   * @param slots makes the slot of a row
   */
  BatchCallers(
      String id,
      Network network,
      InputSpec spec,
      int most,
      long delayNanos,
      int runs,
      Function<NetworkCall, CallSlot> slots) {
    this.id = id;
    this.delayNanos = delayNanos;
    this.runs = runs;
    this.stock = new BatchStock(network, spec, most, runs + SPARE, slots);
  }

  @Override
  public CallSlot take() {
    lock.lock();
    try {
      awaitTurn();
      if (open == null) {
        open = stock.poll();
      }
      if (open == null) {
        open = make();
      }
      BatchInWork batch = open;
      int row = batch.join(System.nanoTime());
      if (row == 0) {
        inOrder.add(batch);
      }
      if (batch.isFull()) {
        close(batch);
      }
      CallSlot slot = batch.slot(row);
      row(slot).taken();
      return slot;
    } finally {
      arrived.remove(Thread.currentThread());
      changed.signalAll();
      lock.unlock();
    }
  }

  /** Waits until this thread is the first that waits and there is room. */
  private void awaitTurn() {
    Thread self = Thread.currentThread();
    arrived.add(self);
    while (!closed && (arrived.peek() != self || !hasRoom())) {
      try {
        changed.await();
      } catch (InterruptedException e) {
        self.interrupt();
        throw new ModelException("interrupted while waiting for model '%s'".formatted(id), e);
      }
    }
    if (closed) {
      throw new ModelClosedException(id);
    }
  }

  private boolean hasRoom() {
    return open != null || stock.hasRoom();
  }

  /** Makes another batch, without the lock: the others wait, because this thread is the first. */
  private BatchInWork make() {
    stock.count();
    BatchInWork batch = null;
    lock.unlock();
    try {
      batch = stock.allocate(this);
    } finally {
      lock.lock();
      if (batch == null) {
        stock.discount();
      }
    }
    return batch;
  }

  /** The caller of a row has filled it: answers the nanoseconds of the run that it took part in. */
  long run(BatchInWork batch, int row) {
    lock.lock();
    try {
      batch.filled();
      changed.signalAll();
      if (row == 0) {
        lead(batch);
      } else {
        follow(batch);
      }
      Throwable failure = batch.failure();
      if (failure instanceof Error error && row == 0) {
        throw error;
      }
      if (failure != null) {
        throw new ModelException(
            "a run of model '%s' failed: %s".formatted(id, failure.getMessage()), failure);
      }
      return batch.nanos();
    } finally {
      lock.unlock();
    }
  }

  private void follow(BatchInWork batch) {
    while (!batch.isDone()) {
      try {
        changed.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new ModelException("interrupted while waiting for model '%s'".formatted(id), e);
      }
    }
  }

  private void lead(BatchInWork batch) {
    while (running == runs || inOrder.peek() != batch) {
      changed.awaitUninterruptibly();
    }
    running++;
    awaitOthers(batch);
    close(batch);
    inOrder.remove(batch);
    while (!batch.isFilled()) {
      changed.awaitUninterruptibly();
    }
    execute(batch);
  }

  /** Waits until the batch is full or its first caller has waited long enough. */
  private void awaitOthers(BatchInWork batch) {
    long rest = delayNanos - (System.nanoTime() - batch.since());
    try {
      while (rest > 0 && !batch.isClosed() && !closed) {
        rest = changed.awaitNanos(rest);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void close(BatchInWork batch) {
    batch.close();
    if (open == batch) {
      open = null;
      changed.signalAll();
    }
  }

  private void execute(BatchInWork batch) {
    long nanos = 0;
    Throwable failure = null;
    int size = batch.joined();
    lock.unlock();
    try {
      nanos = batch.memory().run(size);
    } catch (OrtException | RuntimeException | Error e) {
      failure = e;
    } finally {
      lock.lock();
      running--;
      batch.done(nanos, failure);
      changed.signalAll();
    }
  }

  @Override
  public void give(CallSlot slot) {
    BatchRow row = row(slot);
    BatchInWork batch = row.batch();
    lock.lock();
    try {
      if (row.isWaitedFor()) {
        giveUp(batch, row.row());
      }
      batch.leave();
      if (batch.isOver()) {
        batch.reset();
        stock.give(batch);
      }
    } finally {
      changed.signalAll();
      lock.unlock();
    }
  }

  /** A caller has failed before the run; where it leads, those who joined still need the run. */
  private void giveUp(BatchInWork batch, int row) {
    batch.filled();
    changed.signalAll();
    if (row == 0 && batch.joined() == 1) {
      close(batch);
      inOrder.remove(batch);
      batch.done(0, null);
    } else if (row == 0) {
      lead(batch);
    }
  }

  private static BatchRow row(CallSlot slot) {
    return (BatchRow) slot.call();
  }

  /** Runs each size that a batch may have. */
  @Override
  public void warmUp() {
    CallSlot slot = take();
    try {
      for (int size = stock.capacity(); size > 1; size--) {
        row(slot).batch().memory().run(size);
      }
    } catch (OrtException e) {
      throw new ModelException("the first batch failed: " + e.getMessage(), e);
    } finally {
      give(slot);
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
      while (!stock.isComplete()) {
        changed.awaitUninterruptibly();
      }
      stock.free();
    } finally {
      lock.unlock();
    }
  }
}
