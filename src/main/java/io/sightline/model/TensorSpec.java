package io.sightline.model;

import java.util.ArrayList;
import java.util.List;

/**
 * A tensor of 32-bit floats that a network takes or gives.
 *
 * @param shape its dimensions, the batch taken as 1, -1 where the network leaves one open
 */
record TensorSpec(String name, List<Integer> shape) {
  boolean isStatic() {
    return shape.stream().allMatch(n -> n > 0);
  }

  int dimension(int index) {
    return shape.get(index);
  }

  /** How many floats it holds; only for static ones. */
  int elements() {
    return shape.stream().reduce(1, Math::multiplyExact);
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
    return new TensorSpec(name, List.copyOf(changed));
  }

  long[] longShape() {
    return shape.stream().mapToLong(Integer::longValue).toArray();
  }

  @Override
  public String toString() {
    return name + " f32" + shape;
  }
}
