package io.sightline.stream;

/** What becomes of a decoded frame whose source's buffer is full. */
public enum BufferFilling {
  /** The source waits. */
  WAIT,
  /** The oldest one that waits goes. */
  DROP_OLDEST,
  /** The same; and frames are left out before, where they come faster than they are read. */
  ADAPTIVE_DROP_OLDEST,
  /** The new one goes. */
  DROP_LATEST,
  /** The same; and frames are left out before, where they come faster than they are read. */
  ADAPTIVE_DROP_LATEST;

  boolean adaptive() {
    return this == ADAPTIVE_DROP_OLDEST || this == ADAPTIVE_DROP_LATEST;
  }

  boolean dropsOldest() {
    return this == DROP_OLDEST || this == ADAPTIVE_DROP_OLDEST;
  }
}
