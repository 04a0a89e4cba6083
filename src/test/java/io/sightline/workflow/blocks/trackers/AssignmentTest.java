package io.sightline.workflow.blocks.trackers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AssignmentTest {
  private final Assignment assignment = new Assignment();

  private int[] solve(double[] cost, int rows, int columns) {
    return Arrays.copyOf(assignment.solve(cost, rows, columns), rows);
  }

  @Test
  void pairsInOrderWhereAllCostsAreEqual() {
    assertArrayEquals(new int[] {0, 1, 2}, solve(new double[9], 3, 3));
    assertArrayEquals(new int[] {0, 1}, solve(new double[8], 2, 4));
    assertArrayEquals(new int[] {0, 1, -1, -1}, solve(new double[8], 4, 2));
  }

  @Test
  void givesUpTheBestPairForABetterSum() {
    assertArrayEquals(new int[] {1, 0}, solve(new double[] {1, 2, 2, 9}, 2, 2));
  }

  @Test
  void findsTheLeastSumOfAllPairings() {
    Random random = new Random(7);
    for (int round = 0; round < 200; round++) {
      int rows = 1 + random.nextInt(5);
      int columns = 1 + random.nextInt(5);
      double[] cost = random.doubles((long) rows * columns).toArray();
      int[] found = solve(cost, rows, columns);
      double sum = 0;
      for (int i = 0; i < rows; i++) {
        sum += found[i] < 0 ? 0 : cost[i * columns + found[i]];
      }
      int pairs = Math.min(rows, columns);
      assertEquals(least(cost, rows, columns, 0, 0, pairs), sum, 1e-12);
    }
  }

  /** By trying all. */
  private static double least(double[] cost, int rows, int columns, int row, int taken, int pairs) {
    if (pairs == 0) {
      return 0;
    }
    if (row == rows) {
      return Double.POSITIVE_INFINITY;
    }
    double best = least(cost, rows, columns, row + 1, taken, pairs);
    for (int j = 0; j < columns; j++) {
      if ((taken & 1 << j) == 0) {
        double rest = least(cost, rows, columns, row + 1, taken | 1 << j, pairs - 1);
        best = Math.min(best, cost[row * columns + j] + rest);
      }
    }
    return best;
  }
}
