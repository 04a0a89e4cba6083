package io.sightline.stream;

import java.time.Duration;

/**
 * How rounds are collected.
 *
 * @param patience how long a round waits for slow sources, from the end of the one before; null for
 *     as long as it takes. The adaptive modes have a time of their own.
 * @param staleness how old a camera's frame may be when it is read, older ones are dropped; null
 *     for any age
 */
public record CollectionPolicy(CollectionMode mode, Duration patience, Duration staleness) {
  private static final Duration FRESHEST_PATIENCE = Duration.ofMillis(20);
  private static final Duration AUTO_STALENESS = Duration.ofMillis(500);

  /** With what the mode means where nothing is said. */
  public CollectionPolicy {
    if (mode == CollectionMode.FRESHEST && patience == null) {
      patience = FRESHEST_PATIENCE;
    }
    if (mode != CollectionMode.AUTO) {
      staleness = null;
    } else if (staleness == null) {
      staleness = AUTO_STALENESS;
    }
  }

  /** Without a mode. */
  public static CollectionPolicy of(Duration patience) {
    return new CollectionPolicy(CollectionMode.LEGACY, patience, null);
  }
}
