package io.sightline.workflow.blocks.transformations;

import io.sightline.workflow.block.BlockException;
import java.util.stream.IntStream;

/**
 * Where slices begin along one side of a picture.
 *
 * @param count at least 1
 * @param stride from the beginning of one to the next, pixels
 * @param length of a slice, pixels
 * @param last the last place that a slice may begin at, pixels
 * @param side of the picture, pixels
 */
record SliceGrid(int count, int stride, int length, int last, int side) {
  /** Slices in equal steps; those at the far end are cut off by the picture's edge. */
  static SliceGrid cutOff(int side, int length, double overlap) {
    int stride = stride(length, overlap);
    return new SliceGrid((int) (((long) side + stride - 1) / stride), stride, length, side, side);
  }

  /** Slices of one length; the last one is pushed back inside of the picture. */
  static SliceGrid pushedBack(int side, int length, double overlap) {
    int fitting = Math.min(length, side);
    int stride = stride(fitting, overlap);
    int last = side - fitting;
    int count = (int) (((long) last + stride - 1) / stride) + 1;
    return new SliceGrid(count, stride, fitting, last, side);
  }

  private static int stride(int length, double overlap) {
    int stride = length - (int) (overlap * length);
    if (length <= 0 || stride <= 0 || !(overlap >= 0)) {
      throw new BlockException(
          "a slice must have at least 1 pixel and an overlap from 0 to below 1, not %d and %s"
              .formatted(length, overlap));
    }
    return stride;
  }

  /** Where each slice begins, pixels. */
  int[] begins() {
    return IntStream.range(0, count).map(i -> (int) Math.min((long) i * stride, last)).toArray();
  }

  /** How long the slice is that begins there, pixels. */
  int lengthAt(int begin) {
    return Math.min(length, side - begin);
  }
}
