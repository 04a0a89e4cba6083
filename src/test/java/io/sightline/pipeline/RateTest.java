package io.sightline.pipeline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RateTest {
  private static final long SECOND = 1_000_000_000L;

  private final Rate rate = new Rate();

  @Test
  @DisplayName("P-10: a rate is that of the last three seconds")
  void countsTheLastSeconds() {
    for (int i = 0; i < 300; i++) {
      rate.mark(i * SECOND / 30);
    }
    assertEquals(30, rate.perSecond(10 * SECOND), 0.5);
    assertEquals(15, rate.perSecond(11 * SECOND + SECOND / 2), 0.5);
    assertEquals(0, rate.perSecond(14 * SECOND));
  }

  @Test
  void knowsARateBeforeTheWindowIsFull() {
    assertEquals(0, rate.perSecond(5));
    for (int i = 0; i <= 10; i++) {
      rate.mark(i * SECOND / 10);
    }
    assertEquals(11, rate.perSecond(SECOND), 0.01);
  }

  @Test
  void knowsARateThatOverflowsItsMemory() {
    for (int i = 0; i < 5000; i++) {
      rate.mark(i * SECOND / 1000);
    }
    assertEquals(1000, rate.perSecond(5 * SECOND), 10);
  }

  @Test
  @DisplayName("P-10: percentiles are taken from the last 512 values by nearest rank")
  void sortsPercentilesOutOfTheLatestValues() {
    LatestValues values = new LatestValues();
    assertArrayEquals(new double[] {0, 0}, values.millis(0.5, 0.99));
    values.add(3_000_000);
    assertArrayEquals(new double[] {3, 3}, values.millis(0.5, 0.99));
    for (int i = 1; i <= 512; i++) {
      values.add(i * 1_000_000L);
    }
    assertArrayEquals(new double[] {256, 507, 512}, values.millis(0.5, 0.99, 1));
  }
}
