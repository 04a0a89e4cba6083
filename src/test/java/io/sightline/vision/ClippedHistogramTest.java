package io.sightline.vision;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

class ClippedHistogramTest {
  @Test
  void clippingGivesToLowBinsWhatHighOnesLose() {
    int[] counts = {10, 0, 1, 3};
    ClippedHistogram.clip(counts, 4);
    assertArrayEquals(new int[] {4, 3, 3, 4}, counts);
  }
}
