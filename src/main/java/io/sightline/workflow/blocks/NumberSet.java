package io.sightline.workflow.blocks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * Different numbers of 0 or more in the order in which CPython goes through a set of them, which is
 * not always ascending: that of a hash table in which a number's hash is the number, with up to
 * nine neighbours tried after a collision, that grows fourfold when three fifths are used.
 */
public final class NumberSet {
  private static final int SMALLEST = 8;
  private static final int NEIGHBOURS = 9;
  private static final int SHIFT = 5;
  private static final int FREE = -1;

  /** Kept when the set is cleared; only the first {@code size} places count. */
  private int[] table = new int[SMALLEST];

  private int size;
  private int used;

  public NumberSet() {
    clear();
  }

  /** Takes all numbers out. */
  public void clear() {
    free(SMALLEST);
  }

  private void free(int newSize) {
    size = newSize;
    used = 0;
    if (table.length < size) {
      table = new int[size];
    }
    Arrays.fill(table, 0, size, FREE);
  }

  /**
   * @param number one that is not in the set
   * @return true, as the set has changed
   */
  public boolean add(int number) {
    insert(number);
    if (used * 5 >= (size - 1) * 3) {
      resize(used * 4);
    }
    return true;
  }

  /** A new set with the numbers of both, of which none is in both. */
  public NumberSet union(NumberSet other) {
    NumberSet all = new NumberSet();
    all.merge(this);
    all.merge(other);
    return all;
  }

  /** Makes room for all at once, then takes them over in their order. */
  private void merge(NumberSet other) {
    if (other.used == 0) {
      return;
    }
    if ((used + other.used) * 5 >= (size - 1) * 3) {
      resize((used + other.used) * 2);
    }
    if (used == 0 && size == other.size) {
      table = Arrays.copyOf(other.table, size);
      used = other.used;
      return;
    }
    other.forEach(used == 0 ? this::insert : this::add);
  }

  private void resize(int least) {
    int[] numbers = new int[used];
    int count = 0;
    for (int i = 0; i < size; i++) {
      if (table[i] != FREE) {
        numbers[count++] = table[i];
      }
    }
    int newSize = SMALLEST;
    while (newSize <= least) {
      newSize <<= 1;
    }
    free(newSize);
    for (int number : numbers) {
      insert(number);
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
      perturb >>= SHIFT;
      slot = slot * 5 + 1 + perturb & mask;
    }
  }

  /** Goes through the numbers in CPython's order. */
  public void forEach(IntConsumer action) {
    for (int i = 0; i < size; i++) {
      if (table[i] != FREE) {
        action.accept(table[i]);
      }
    }
  }

  /** The numbers in CPython's order. */
  public List<Integer> numbers() {
    List<Integer> numbers = new ArrayList<>(used);
    forEach(numbers::add);
    return numbers;
  }
}
