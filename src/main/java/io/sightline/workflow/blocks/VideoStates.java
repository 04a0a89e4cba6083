package io.sightline.workflow.blocks;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What a block remembers of each video, for the videos that it saw last: a session that names ever
 * new videos must not make it grow. For the one thread that runs the block.
 */
public final class VideoStates<T> implements AutoCloseable {
  private final Map<String, T> states = new LinkedHashMap<>(16, 0.75f, true);
  private final int limit;
  private final Consumer<? super T> forgotten;

  /** Remembers {@code limit} videos. */
  public VideoStates(int limit) {
    this(limit, state -> {});
  }

  /**
   * @param forgotten gets each state that is let go, so that what it holds can be released
   */
  public VideoStates(int limit, Consumer<? super T> forgotten) {
    this.limit = limit;
    this.forgotten = forgotten;
  }

  /** The state of a video, which is the latest one from here on; null where there is none. */
  public T get(String video) {
    return states.get(video);
  }

  /** Remembers a state, lets go of the video not seen for longest where there are too many. */
  public T put(String video, T state) {
    T before = states.put(video, state);
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

  /** How many videos are remembered. */
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
