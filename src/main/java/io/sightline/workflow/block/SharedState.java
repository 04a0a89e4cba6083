package io.sightline.workflow.block;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Objects that the steps of one workflow have in common, such as the memory of blocks that store
 * and fetch values. A block asks for it with {@link BlockContext#resource} when it is made.
 */
public final class SharedState implements AutoCloseable {
  private final Map<Class<?>, AutoCloseable> objects = new LinkedHashMap<>();

  /** The workflow's one object of a type; the first step that asks makes it. */
  public synchronized <T extends AutoCloseable> T of(Class<T> type, Supplier<T> maker) {
    return type.cast(objects.computeIfAbsent(type, t -> maker.get()));
  }

  /**
   * Closes all of them, after the last run.
   *
   * @throws IllegalStateException where one did not close, its own exception as the cause
   */
  @Override
  public synchronized void close() {
    Exception first = null;
    for (AutoCloseable object : objects.values()) {
      try {
        object.close();
      } catch (Exception e) {
        first = first == null ? e : first;
      }
    }
    objects.clear();
    if (first != null) {
      throw new IllegalStateException(first);
    }
  }
}
