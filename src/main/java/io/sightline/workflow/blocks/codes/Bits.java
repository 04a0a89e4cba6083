package io.sightline.workflow.blocks.codes;

/** Bits one after the other, the highest of each number first. */
final class Bits {
  private final int[] bytes;
  private int size;

  /**
   * @param capacity bytes
   */
  Bits(int capacity) {
    bytes = new int[capacity];
  }

  void append(int value, int count) {
    for (int i = count - 1; i >= 0; i--) {
      if ((value >> i & 1) != 0) {
        bytes[size / 8] |= 0x80 >> size % 8;
      }
      size++;
    }
  }

  int size() {
    return size;
  }

  int[] bytes() {
    return bytes;
  }
}
