package io.sightline.workflow.blocks.geometry;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class QuadrilateralTest {
  private static final double[][] TRAPEZOID = {{300, 200}, {60, 40}, {20, 200}, {260, 40}};

  @Test
  void cornersStartAtTheBottomLeftAndGoClockwise() {
    assertArrayEquals(
        new double[][] {{20, 200}, {60, 40}, {260, 40}, {300, 200}},
        Quadrilateral.of(TRAPEZOID).corners());
  }

  @Test
  void aSideMovesOutAlongItsNeighbours() {
    Quadrilateral shape = Quadrilateral.of(TRAPEZOID);
    double moved = shape.extend(Quadrilateral.Side.BOTTOM, 100, 240);
    assertArrayEquals(new double[][] {{10, 240}, {60, 40}, {260, 40}, {310, 240}}, shape.corners());
    assertEquals(Math.hypot(10, 40), moved, 1e-9);
  }

  @Test
  void pointsInsideOrBeyondAnotherSideMoveNothing() {
    Quadrilateral shape = Quadrilateral.of(TRAPEZOID);
    assertEquals(0, shape.extend(Quadrilateral.Side.LEFT, 100, 100));
    assertEquals(0, shape.extend(Quadrilateral.Side.LEFT, 20, 200));
    assertEquals(0, shape.extend(Quadrilateral.Side.TOP, 100, 300));
  }
}
