package io.sightline.workflow.blocks.analytics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class TrajectoryTest {
  /** By the definition: the best of the three ways to get to both last points. */
  private static double frechet(double[][] p, double[][] q, int i, int j) {
    double here = Math.hypot(p[i][0] - q[j][0], p[i][1] - q[j][1]);
    if (i == 0 && j == 0) {
      return here;
    }
    double before = Double.POSITIVE_INFINITY;
    if (i > 0) {
      before = Math.min(before, frechet(p, q, i - 1, j));
    }
    if (j > 0) {
      before = Math.min(before, frechet(p, q, i, j - 1));
    }
    if (i > 0 && j > 0) {
      before = Math.min(before, frechet(p, q, i - 1, j - 1));
    }
    return Math.max(here, before);
  }

  private static double[][] points(Random random, int count) {
    double[][] points = new double[count][];
    for (int i = 0; i < count; i++) {
      points[i] = new double[] {random.nextInt(100), random.nextInt(100)};
    }
    return points;
  }

  @Test
  void isTheDefinitionsDistanceAfterEachPlace() {
    Random random = new Random(7);
    double[][] way = points(random, 7);
    double[][] path = points(random, 5);
    Trajectory trajectory = new Trajectory();
    for (int i = 0; i < way.length; i++) {
      double distance = trajectory.extend(way[i][0], way[i][1], path);
      assertEquals(frechet(way, path, i, path.length - 1), distance, 1e-9);
    }
  }

  @Test
  void takesAnotherReferencePathForTheWholeWay() {
    Random random = new Random(8);
    double[][] way = points(random, 6);
    double[][] path = points(random, 4);
    Trajectory trajectory = new Trajectory();
    double distance = 0;
    for (int i = 0; i < way.length; i++) {
      distance = trajectory.extend(way[i][0], way[i][1], i < 5 ? points(random, 3) : path);
    }
    assertEquals(frechet(way, path, 5, 3), distance, 1e-9);
  }

  @Test
  void goesOnForDays() {
    Trajectory trajectory = new Trajectory();
    double[][] path = {{0, 0}, {10, 0}};
    double distance = 0;
    for (int i = 0; i < 100_000; i++) {
      distance = trajectory.extend(i % 2, 3, path);
    }
    assertEquals(Math.hypot(9, 3), distance, 1e-9);
  }
}
