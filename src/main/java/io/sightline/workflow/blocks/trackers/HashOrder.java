package io.sightline.workflow.blocks.trackers;

import io.sightline.workflow.blocks.NumberSet;

/**
 * The order in which CPython gives what is left of 0 to n - 1 when some numbers are taken out by a
 * set difference: not always ascending, and the identities of new tracks depend on it.
 */
final class HashOrder {
  private final NumberSet set = new NumberSet();

  /**
   * @param taken tells for each of the {@code count} numbers whether it is taken out
   */
  void left(boolean[] taken, int count, Indices out) {
    out.clear();
    int takenOut = 0;
    for (int i = 0; i < count; i++) {
      takenOut += taken[i] ? 1 : 0;
    }
    if (count >> 2 > takenOut) {
      for (int i = 0; i < count; i++) {
        if (!taken[i]) {
          out.add(i);
        }
      }
      return;
    }
    set.clear();
    for (int i = 0; i < count; i++) {
      if (!taken[i]) {
        set.add(i);
      }
    }
    set.forEach(out::add);
  }
}
