package io.sightline.stream;

/** How frames of cameras are collected in rounds; the words are the reference's. */
public enum CollectionMode {
  /** As the strategies and the time for a collection say. */
  LEGACY,
  /** Every frame in order, as long as it is young enough; the time adapts itself. */
  AUTO,
  /** Every frame in order, however old; the time adapts itself. */
  EVERY_FRAME,
  /** The newest frame, after a short time for a collection. */
  FRESHEST;

  /** Whether the time for a collection follows from what is measured. */
  boolean adaptive() {
    return this == AUTO || this == EVERY_FRAME;
  }
}
