package io.sightline.workflow.blocks;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The entries used last: state for each video or each track of a session that may last for days.
 * For one thread.
 */
public final class Recent<K, V> extends LinkedHashMap<K, V> {
  private static final long serialVersionUID = 1L;

  /** More than a picture shows, so that only tracks give way that have ended. */
  public static final int MAX_TRACKS = 4096;

  private final int limit;

  /**
   * @param limit entries at most; the one not used for the longest time gives way
   */
  public Recent(int limit) {
    super(16, 0.75f, true);
    this.limit = limit;
  }

  /** State of the videos used last. */
  public static <S> Recent<String, S> videos() {
    return new Recent<>(64);
  }

  /** State of the tracks of one video that were seen last. */
  public static <S> Recent<Integer, S> tracks() {
    return new Recent<>(MAX_TRACKS);
  }

  @Override
  protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
    return size() > limit;
  }
}
