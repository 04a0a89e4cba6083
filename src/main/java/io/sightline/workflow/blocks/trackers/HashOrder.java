package io.sightline.workflow.blocks.trackers;

import java.util.Arrays;

/**
 * The order in which CPython gives what is left of 0 to n - 1 when some numbers are taken out by a
 * set difference: not always ascending, and the identities of new tracks depend on it. It is that
 * of a hash table in which a number's hash is the number, with up to nine neighbours tried after a
 * collision, that grows fourfold when three fifths are used.
 */
final class HashOrder {
  private static final int SMALLEST = 8;
  private static final int NEIGHBOURS = 9;
  private static final int FREE = -1;

  private int[] table = new int[SMALLEST];
  private int size;
  private int used;

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
    clear(SMALLEST);
    for (int i = 0; i < count; i++) {
      if (!taken[i]) {
        add(i);
      }
    }
    for (int i = 0; i < size; i++) {
      if (table[i] != FREE) {
        out.add(table[i]);
      }
    }
  }

  private void clear(int newSize) {
    size = newSize;
    used = 0;
    if (table.length < size) {
      table = new int[size];
    }
    Arrays.fill(table, 0, size, FREE);
  }

  private void add(int number) {
    insert(number);
    if (used * 5 >= (size - 1) * 3) {
      grow();
    }
  }

  private void insert(int number) {
    int mask = size - 1;
    int perturb = number;
    int slot = number & mask;
    while (true) {
      int last = slot + NEIGHBOURS <= mask ? slot + NEIGHBOURS : slot;
      for (int i = slot; i <= last; i++) {
        if (table[i] == FREE) {
          table[i] = number;
          used++;
          return;
        }
      }
      perturb >>= 5;
      slot = (slot * 5 + 1 + perturb) & mask;
    }
  }

  private void grow() {
    int[] numbers = new int[used];
    int count = 0;
    for (int i = 0; i < size; i++) {
      if (table[i] != FREE) {
        numbers[count++] = table[i];
      }
    }
    int newSize = SMALLEST;
    while (newSize <= 4 * count) {
      newSize <<= 1;
    }
    clear(newSize);
    for (int number : numbers) {
      insert(number);
    }
  }
}
