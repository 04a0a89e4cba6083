package io.sightline.model;

import java.util.ArrayList;
import java.util.List;

/**
 * A tensor that a network takes or gives.
 *
 * @param type what its numbers are
 * @param shape its dimensions, an open batch taken as 1, -1 where the network leaves another open
 */
record TensorSpec(String name, ElementType type, List<Integer> shape) {
  /** Of 32-bit floats. */
  TensorSpec(String name, List<Integer> shape) {
    this(name, ElementType.F32, shape);
  }

  /** Whether all sizes are known, and none is 0. */
  boolean isStatic() {
    return shape.stream().allMatch(n -> n > 0);
  }

  int rank() {
    return shape.size();
  }

  int dimension(int index) {
    return shape.get(index);
  }

  /** The last dimension, 0 for a tensor without any. */
  int width() {
    return shape.isEmpty() ? 0 : shape.get(shape.size() - 1);
  }

  /** How many numbers it holds; only for static ones. */
  int elements() {
    return shape.stream().reduce(1, Math::multiplyExact);
  }

  /**
   * The same with as many rows as a run takes pictures, where its first dimension is the batch's.
   */
  TensorSpec withBatch(InputSpec input) {
    return rank() < 2 ? this : withFirst(Math.max(1, input.layout().batch()));
  }

  /** The same with so many rows for one. */
  TensorSpec times(int rows) {
    return withFirst(Math.multiplyExact(rows, shape.get(0)));
  }

  /** A single row of it. */
  TensorSpec one() {
    return withFirst(1);
  }

  private TensorSpec withFirst(int rows) {
    List<Integer> changed = new ArrayList<>(shape);
    changed.set(0, rows);
    return new TensorSpec(name, type, List.copyOf(changed));
  }

  long[] longShape() {
    return shape.stream().mapToLong(Integer::longValue).toArray();
  }

  @Override
  public String toString() {
    return name + " " + type + shape;
  }
}
