package io.sightline.workflow.blocks.trackers;

import java.util.Arrays;

/** Places of detections or tracks, in an order that matters. */
final class Indices {
  private int[] values = new int[16];
  private int size;

  void clear() {
    size = 0;
  }

  void add(int value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, 2 * size);
    }
    values[size++] = value;
  }

  int get(int index) {
    return values[index];
  }

  int size() {
    return size;
  }
}
