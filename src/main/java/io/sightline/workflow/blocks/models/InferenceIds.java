package io.sightline.workflow.blocks.models;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Names of single runs of a model. */
final class InferenceIds {
  private InferenceIds() {}

  /** A random UUID without the lock of the secure generator: it names, it does not protect. */
  static String next() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    long high = random.nextLong() & ~0xf000L | 0x4000L;
    long low = random.nextLong() & ~(3L << 62) | 1L << 63;
    return new UUID(high, low).toString();
  }
}
