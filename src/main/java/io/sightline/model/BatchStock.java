package io.sightline.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The batches of one network that nobody uses, and how many there are in all. Guarded by the lock
 * of its {@link BatchCallers}, but for {@link #allocate}.
 */
final class BatchStock {
  private final Network network;
  private final InputSpec spec;
  private final int capacity;
  private final int limit;
  private final Function<NetworkCall, CallSlot> slots;
  private final ArrayDeque<BatchInWork> idle = new ArrayDeque<>();
  private int made;

  /**
   * @param capacity pictures of a batch
   * @param limit batches
   * @param slots makes the slot of a row
   */
  BatchStock(
      Network network,
      InputSpec spec,
      int capacity,
      int limit,
      Function<NetworkCall, CallSlot> slots) {
    this.network = network;
    this.spec = spec;
    this.capacity = capacity;
    this.limit = limit;
    this.slots = slots;
  }

  int capacity() {
    return capacity;
  }

  /** Whether one is idle or may be made. */
  boolean hasRoom() {
    return !idle.isEmpty() || made < limit;
  }

  /** The one used last of those that are idle; null where none is. */
  BatchInWork poll() {
    return idle.poll();
  }

  void give(BatchInWork batch) {
    idle.addFirst(batch);
  }

  /** One is about to be allocated. */
  void count() {
    made++;
  }

  /** It could not be allocated. */
  void discount() {
    made--;
  }

  /** Makes one. */
  BatchInWork allocate(BatchCallers callers) {
    BatchInWork batch = new BatchInWork(new Batch(network, spec, capacity));
    List<CallSlot> own = new ArrayList<>(capacity);
    try {
      for (int row = 0; row < capacity; row++) {
        own.add(slots.apply(new BatchRow(callers, batch, row)));
      }
    } finally {
      batch.slots(own);
      if (own.size() < capacity) {
        batch.free();
      }
    }
    return batch;
  }

  boolean isComplete() {
    return idle.size() == made;
  }

  /** Frees all; only where it is complete. */
  void free() {
    made = 0;
    for (BatchInWork batch = idle.poll(); batch != null; batch = idle.poll()) {
      batch.free();
    }
  }
}
