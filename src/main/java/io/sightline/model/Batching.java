package io.sightline.model;

import io.sightline.settings.Settings;
import java.util.concurrent.TimeUnit;

/**
 * How pictures go through a network together.
 *
 * @param most pictures of a batch; 1 for one by one, 0 for what suits the provider
 * @param delayNanos how long the first picture of a batch waits for others at most
 */
record Batching(int most, long delayNanos) {
  static final Batching NONE = new Batching(1, 0);

  /** What suits a device: it computes eight in little more than the time of one. */
  private static final int DEVICE = 8;

  static Batching from(Settings settings) {
    double millis = settings.decimal("sightline.model.batch.delay.ms", 0, 1000);
    return new Batching(
        settings.integer("sightline.model.batch.max", 0, 64),
        Math.round(millis * TimeUnit.MILLISECONDS.toNanos(1)));
  }

  /** Pictures of a batch on a provider. */
  int most(Provider provider) {
    if (most > 0) {
      return most;
    }
    return provider.isDevice() ? DEVICE : 1;
  }
}
