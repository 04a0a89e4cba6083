package io.sightline.workflow.blocks.embeddings;

import io.sightline.workflow.block.BlockException;
import io.sightline.workflow.block.StepInput;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Embeddings as arrays. */
final class Embedding {
  private static final int MAX_DIMENSIONS = 65_536;

  private Embedding() {}

  /**
   * @throws BlockException where the field holds no list of numbers, or too many
   */
  static double[] read(StepInput input, String field) {
    Object value = input.value(field);
    if (value instanceof double[] numbers) {
      return numbers;
    }
    List<?> list = input.list(field);
    if (list.size() > MAX_DIMENSIONS) {
      throw new BlockException(
          "field '%s' must have at most %d dimensions, not %d"
              .formatted(field, MAX_DIMENSIONS, list.size()));
    }
    double[] numbers = new double[list.size()];
    for (int i = 0; i < numbers.length; i++) {
      if (!(list.get(i) instanceof Number number)) {
        throw new BlockException("field '%s' must be a list of numbers".formatted(field));
      }
      numbers[i] = number.doubleValue();
    }
    return numbers;
  }

  /** The form in which it is answered. */
  static List<Object> write(double[] numbers) {
    List<Object> list = new ArrayList<>(numbers.length);
    for (double number : numbers) {
      list.add(number);
    }
    return Collections.unmodifiableList(list);
  }

  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  static double length(double[] a) {
    return Math.sqrt(dot(a, a));
  }

  /** Of the same direction and length 1; unchanged where it has no length. */
  static double[] direction(double[] a) {
    double length = length(a);
    if (length == 0) {
      return a;
    }
    double[] direction = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      direction[i] = a[i] / length;
    }
    return direction;
  }

  /** 1 for the same direction, -1 for the opposite one; not a number where one has none. */
  static double similarity(double[] a, double[] b) {
    return dot(a, b) / (length(a) * length(b));
  }

  /**
   * @throws BlockException where the two have not the same dimensions
   */
  static void requireSame(double[] a, double[] b) {
    if (a.length != b.length) {
      throw new BlockException(
          "operands could not be broadcast together with shapes (%d,) (%d,)"
              .formatted(a.length, b.length));
    }
  }
}
