package io.sightline.model;

import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Admits a bounded number of callers at once, in turn, and lends each a slot. Slots are made when
 * first needed; the one used last is lent first. Safe for use by several threads.
 */
final class CallerPool<S> implements Callers<S> {
  private final String id;
  private final int limit;
  private final Supplier<S> maker;
  private final Consumer<S> freer;
  private final Semaphore callers;
  private final ConcurrentLinkedDeque<S> idle = new ConcurrentLinkedDeque<>();
  private final AtomicBoolean closed = new AtomicBoolean();

  /**
   * @param id names the model in errors
   * @param limit callers at once
   */
  CallerPool(String id, int limit, Supplier<S> maker, Consumer<S> freer) {
    this.id = id;
    this.limit = limit;
    this.maker = maker;
    this.freer = freer;
    this.callers = new Semaphore(limit, true);
  }

  @Override
  public S take() {
    try {
      callers.acquire();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ModelException("interrupted while waiting for model '%s'".formatted(id), e);
    }
    try {
      if (closed.get()) {
        throw new ModelClosedException(id);
      }
      S slot = idle.pollFirst();
      return slot != null ? slot : maker.get();
    } catch (RuntimeException | Error e) {
      callers.release();
      throw e;
    }
  }

  @Override
  public void give(S slot) {
    idle.addFirst(slot);
    callers.release();
  }

  /** Whether new callers are refused. */
  boolean isClosed() {
    return closed.get();
  }

  @Override
  public void close() {
    closed.set(true);
    callers.acquireUninterruptibly(limit);
    try {
      for (S slot = idle.pollFirst(); slot != null; slot = idle.pollFirst()) {
        freer.accept(slot);
      }
    } finally {
      callers.release(limit);
    }
  }
}
