package io.sightline.workflow.blocks.images;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.RandomAccess;
import java.util.function.IntFunction;

/**
 * Numbers in several dimensions as lists in lists, one object for each list that is looked at.
 * Immutable.
 */
final class NumberArray extends AbstractList<Object> implements RandomAccess {
  private final IntFunction<Number> numbers;
  private final float[] floats;
  private final int offset;
  private final int[] shape;
  private final int stride;

  private NumberArray(IntFunction<Number> numbers, float[] floats, int offset, int[] shape) {
    this.numbers = numbers;
    this.floats = floats;
    this.offset = offset;
    this.shape = shape;
    this.stride = Arrays.stream(shape).skip(1).reduce(1, (a, b) -> a * b);
  }

  /** Takes the array over: nobody may write it again. */
  static NumberArray of(int[] numbers, int... shape) {
    return new NumberArray(i -> numbers[i], null, 0, shape);
  }

  /** Takes the array over: nobody may write it again. */
  static NumberArray of(float[] numbers, int... shape) {
    return new NumberArray(i -> (double) numbers[i], numbers, 0, shape);
  }

  /** All numbers row by row, which nobody may write; null where they are whole numbers. */
  float[] floats() {
    return floats;
  }

  @Override
  public Object get(int index) {
    if (index < 0 || index >= shape[0]) {
      throw new IndexOutOfBoundsException(index + " of " + shape[0]);
    }
    int at = offset + index * stride;
    return shape.length == 1
        ? numbers.apply(at)
        : new NumberArray(numbers, null, at, Arrays.copyOfRange(shape, 1, shape.length));
  }

  @Override
  public int size() {
    return shape[0];
  }
}
