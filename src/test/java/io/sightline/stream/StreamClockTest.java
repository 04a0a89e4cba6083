package io.sightline.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class StreamClockTest {
  private final StreamClock clock = new StreamClock(RoundsTest.CAMERA);

  @Test
  void measuresTheRateOverTheFirstSecond() {
    for (int i = 0; i < 25; i++) {
      assertNull(clock.rate());
      assertEquals(Instant.EPOCH, clock.timestamp(i + 1, 500 + i * 3600L, Instant.EPOCH));
    }
    clock.timestamp(26, 500 + 25 * 3600L, Instant.EPOCH);
    assertEquals(25.0, clock.rate());
    clock.timestamp(27, 999_999, Instant.EPOCH);
    assertEquals(25.0, clock.rate(), "once");
  }

  @Test
  void beginsAnewWhereTheSourceDoes() {
    for (int i = 0; i < 9; i++) {
      clock.timestamp(i + 1, 900_000 + i * 90_000L, Instant.EPOCH);
    }
    for (int i = 0; i <= 10; i++) {
      clock.timestamp(i + 10, i * 9000L, Instant.EPOCH);
    }
    assertEquals(10.0, clock.rate());
  }
}
