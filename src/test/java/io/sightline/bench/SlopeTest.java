package io.sightline.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SlopeTest {
  @Test
  void isThatOfALineWhateverAFewPointsSay() {
    Slope slope = new Slope();
    assertTrue(Double.isNaN(slope.median()));
    for (int x = 0; x < 20; x++) {
      slope.add(x, x % 7 == 3 ? 900 : 5 + 0.25 * x);
    }
    assertEquals(0.25, slope.median(), 1e-9);
    assertEquals(5, slope.least());
    assertEquals(900, slope.most());
  }
}
