package io.sightline.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RateLimitTest {
  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
  private final RateLimit limit = new RateLimit(2, 4, now::get);

  @Test
  void allowsABurstAndThenTheAverage() {
    assertEquals(4, allowedOf(10));
    now.addAndGet(TimeUnit.SECONDS.toNanos(1));
    assertEquals(2, allowedOf(10));
    now.addAndGet(TimeUnit.MILLISECONDS.toNanos(499));
    assertFalse(limit.allows());
    now.addAndGet(TimeUnit.MILLISECONDS.toNanos(2));
    assertTrue(limit.allows());
  }

  @Test
  void savesNoMoreThanABurst() {
    now.addAndGet(TimeUnit.HOURS.toNanos(1));
    assertEquals(4, allowedOf(10));
  }

  private int allowedOf(int tries) {
    int allowed = 0;
    for (int i = 0; i < tries; i++) {
      allowed += limit.allows() ? 1 : 0;
    }
    return allowed;
  }
}
