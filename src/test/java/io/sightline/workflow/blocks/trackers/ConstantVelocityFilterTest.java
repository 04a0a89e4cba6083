package io.sightline.workflow.blocks.trackers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ConstantVelocityFilterTest {
  private static double[] all(double value, int count) {
    double[] numbers = new double[count];
    Arrays.fill(numbers, value);
    return numbers;
  }

  /** One quantity by hand: variance 1 becomes 1 + 1 + 0.5, the gains 2.5 / 3 and 1 / 3. */
  @Test
  void followsTheTextbookForOneStep() {
    ConstantVelocityFilter filter = new ConstantVelocityFilter(4);
    filter.start(new double[] {10, 20, 30, 40}, all(1, 8));
    filter.predict(all(0.5, 8));
    filter.update(new double[] {13, 20, 30, 40}, all(0.5, 4));
    double[] mean = filter.mean();
    assertEquals(10 + 3 * 2.5 / 3, mean[0], 1e-12);
    assertEquals(3 * 1.0 / 3, mean[4], 1e-12);
    assertArrayEquals(new double[] {20, 30, 40}, Arrays.copyOfRange(mean, 1, 4), 1e-12);
  }

  @Test
  void learnsASteadyVelocity() {
    ConstantVelocityFilter filter = new ConstantVelocityFilter(3);
    filter.start(new double[] {0, 0, 100, 1}, all(10, 7));
    for (int t = 1; t <= 200; t++) {
      filter.predict(all(0.01, 7));
      filter.update(new double[] {3 * t, -2 * t, 100, 1}, all(1, 4));
    }
    assertEquals(3, filter.mean()[4], 1e-6);
    assertEquals(-2, filter.mean()[5], 1e-6);
    assertEquals(1, filter.mean()[3], 1e-9);
  }

  @Test
  void movesPlaceAndVelocityWithTheCamera() {
    ConstantVelocityFilter filter = new ConstantVelocityFilter(4);
    filter.start(new double[] {10, 20, 30, 40}, all(1, 8));
    filter.mean()[4] = 2;
    filter.move(new double[] {0, -1, 5, 1, 0, 7});
    assertArrayEquals(new double[] {-15, 17, 30, 40, 0, 2, 0, 0}, filter.mean(), 1e-12);
  }
}
