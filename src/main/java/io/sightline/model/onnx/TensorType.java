package io.sightline.model.onnx;

/** Sizes of tensors by ONNX's numbers of element types. */
final class TensorType {
  /** Bits of an element by its type's number; 0 for texts and what is unknown. */
  private static final int[] BITS = {
    0, 32, 8, 8, 16, 16, 32, 64, 0, 8, 16, 64, 32, 64, 64, 128, 16, 8, 8, 8, 8, 4, 4, 4, 8
  };

  private TensorType() {}

  /**
   * Bytes of a tensor, as many as fit a long.
   *
   * @param elements how many, -1 where they are too many to count
   */
  static long bytes(long type, long elements) {
    int bits = type >= 0 && type < BITS.length ? Math.max(4, BITS[(int) type]) : 8;
    boolean many = elements < 0 || elements > Long.MAX_VALUE / 128;
    return many ? Long.MAX_VALUE : (elements * bits + 7) / 8;
  }

  /** One dimension more; -1 stays, and stands for too many. */
  static long times(long elements, long dimension) {
    if (elements < 0 || dimension < 0) {
      return -1;
    }
    return dimension != 0 && elements > Long.MAX_VALUE / dimension ? -1 : elements * dimension;
  }
}
