package io.sightline.workflow.blocks.analytics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Different numbers of 0 or more in the order in which CPython goes through a set of them, which is
 * not always ascending: that of a hash table in which a number's hash is the number, with up to
 * nine neighbours tried after a collision.
 */
final class NumberSet {
  private static final int SMALLEST = 8;
  private static final int NEIGHBOURS = 9;
  private static final int SHIFT = 5;
  private static final int FREE = -1;

  private int[] table = free(SMALLEST);
  private int used;

  private static int[] free(int size) {
    int[] table = new int[size];
    Arrays.fill(table, FREE);
    return table;
  }

  /**
   * @param number one that is not in the set
   * @return true, as the set has changed
   */
  boolean add(int number) {
    insert(number);
    if (used * 5 >= (table.length - 1) * 3) {
      resize(used * 4);
    }
    return true;
  }

  /** A new set with the numbers of both, of which none is in both. */
  NumberSet union(NumberSet other) {
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
    if ((used + other.used) * 5 >= (table.length - 1) * 3) {
      resize((used + other.used) * 2);
    }
    if (used == 0 && table.length == other.table.length) {
      table = other.table.clone();
      used = other.used;
      return;
    }
    boolean empty = used == 0;
    for (int number : other.numbers()) {
      if (empty) {
        insert(number);
      } else {
        add(number);
      }
    }
  }

  private void resize(int least) {
    List<Integer> numbers = numbers();
    int size = SMALLEST;
    while (size <= least) {
      size <<= 1;
    }
    table = free(size);
    used = 0;
    numbers.forEach(this::insert);
  }

  private void insert(int number) {
    int mask = table.length - 1;
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

  List<Integer> numbers() {
    List<Integer> numbers = new ArrayList<>(used);
    for (int number : table) {
      if (number != FREE) {
        numbers.add(number);
      }
    }
    return numbers;
  }
}
