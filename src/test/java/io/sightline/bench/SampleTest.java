package io.sightline.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SampleTest {
  private final Sample sample = new Sample();

  @Test
  void percentilesAreValuesThatOccurred() {
    for (int i = 100; i >= 1; i--) {
      sample.add(i);
    }
    assertEquals(50, sample.median());
    assertEquals(95, sample.percentile(95));
    assertEquals(99, sample.percentile(99));
    assertEquals(1, sample.percentile(0));
  }

  @Test
  void nothingHasNoMedian() {
    assertEquals(Double.NaN, sample.median());
  }
}
