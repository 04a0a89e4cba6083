package io.sightline.workflow.blocks;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What a block remembers of each video or object, for those that it saw last: a session that names
 * ever new ones must not make it grow. For the one thread that runs the block.
 *
 * @param <K> names a video or object
 * @param <T> what is remembered of one
 */
public final class RecentStates<K, T> implements AutoCloseable {
  private final Map<K, T> states = new LinkedHashMap<>(16, 0.75f, true);
  private final int limit;
  private final Consumer<? super T> forgotten;

  /** Remembers {@code limit} of them. */
  public RecentStates(int limit) {
    this(limit, state -> {});
  }

  /**
   * @param forgotten gets each state that is let go, so that what it holds can be released
   */
  public RecentStates(int limit, Consumer<? super T> forgotten) {
    this.limit = limit;
    this.forgotten = forgotten;
  }

  /** The state of one, which is the latest one from here on; null where there is none. */
  public T get(K key) {
    return states.get(key);
  }

  /** Remembers a state, lets go of the one not seen for longest where there are too many. */
  public T put(K key, T state) {
    T before = states.put(key, state);
    if (before != null && before != state) {
      forgotten.accept(before);
    }
    if (states.size() > limit) {
      Iterator<T> oldest = states.values().iterator();
      T last = oldest.next();
      oldest.remove();
      forgotten.accept(last);
    }
    return state;
  }

  /** How many are remembered. */
  public int size() {
    return states.size();
  }

  /** Lets go of all of them. */
  @Override
  public void close() {
    states.values().forEach(forgotten);
    states.clear();
  }
}
