package io.sightline.session;

import java.time.Duration;

/** Small limits for tests. */
final class Limits {
  static final SessionLimits SMALL =
      new SessionLimits(
          2,
          Duration.ofSeconds(100),
          Duration.ofSeconds(30),
          Duration.ofSeconds(60),
          Duration.ofSeconds(15),
          Duration.ofSeconds(20),
          Duration.ofSeconds(25),
          Duration.ofSeconds(60),
          Duration.ofSeconds(10),
          4,
          3,
          4096,
          60);

  private Limits() {}
}
