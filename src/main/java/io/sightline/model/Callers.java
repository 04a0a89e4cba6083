package io.sightline.model;

/** Admits calls and lends each the memory that it needs. Safe for use by several threads. */
interface Callers<S> extends AutoCloseable {
  /**
   * Waits for a turn and lends a slot, which must be given back by the same thread.
   *
   * @throws ModelClosedException once closed
   * @throws ModelException where the thread is interrupted while it waits
   */
  S take();

  /** Takes a slot back, whatever its call has come to. */
  void give(S slot);

  /**
   * Runs what the first calls would else wait for.
   *
   * @throws ModelException where a run fails
   */
  default void warmUp() {}

  /** Refuses new callers, waits for the ones under way, frees the slots. May be called twice. */
  @Override
  void close();
}
