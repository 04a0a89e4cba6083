package io.sightline.workflow.block;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * One value for each element of a dimension: for each image, and inside of that for each crop and
 * so on, where the elements are batches themselves. An element is null where nothing was computed.
 */
public final class Batch {
  private final Object[] elements;

  private Batch(Object[] elements) {
    this.elements = elements;
  }

  public static Batch of(Object... elements) {
    return new Batch(elements.clone());
  }

  /** Takes the array over: the caller must not write it again. */
  public static Batch wrap(Object[] elements) {
    return new Batch(elements);
  }

  public int size() {
    return elements.length;
  }

  public Object get(int index) {
    return elements[index];
  }

  public List<Object> asList() {
    return Collections.unmodifiableList(Arrays.asList(elements));
  }

  @Override
  public String toString() {
    return Arrays.toString(elements);
  }
}
