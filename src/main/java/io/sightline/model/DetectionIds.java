package io.sightline.model;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ids in the form of a random UUID (RFC 9562, section 5.4) from a fast generator: they must differ,
 * nobody must be unable to guess them, and a frame may need hundreds.
 */
final class DetectionIds {
  private DetectionIds() {}

  static String next() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    long high = random.nextLong() & ~0xF000L | 0x4000L;
    long low = random.nextLong() & ~0xC000000000000000L | 0x8000000000000000L;
    return new UUID(high, low).toString();
  }
}
