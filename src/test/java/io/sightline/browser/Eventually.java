package io.sightline.browser;

import static org.junit.jupiter.api.Assertions.fail;

import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for what the server and the browser do in their own time, with a deadline. */
final class Eventually {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final long INTERVAL_MS = 100;

  private Eventually() {}

  static void holds(String what, Supplier<Boolean> condition) {
    becomes(what, condition, Boolean::booleanValue);
  }

  /**
   * The first value that satisfies {@code condition}; fails with the last one after the deadline.
   */
  static <T> T becomes(String what, Supplier<T> value, Predicate<T> condition) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    T last = value.get();
    while (!condition.test(last)) {
      if (System.nanoTime() > deadline) {
        return fail(what + ": not within " + PATIENCE.toSeconds() + " s, last seen " + last);
      }
      pause(Duration.ofMillis(INTERVAL_MS));
      last = value.get();
    }
    return last;
  }

  /** For the proof that nothing happens, which only time can give. */
  static void pause(Duration duration) {
    try {
      Thread.sleep(duration.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
