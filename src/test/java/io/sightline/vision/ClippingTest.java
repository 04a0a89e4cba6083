package io.sightline.vision;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ClippingTest {
  private final Clipping clipping = new Clipping(-2, -2, 102, 82);

  @Test
  void keepsTheSlopeOfLines() {
    assertArrayEquals(new int[] {-2, -2, 82, 82}, clipping.line(-1e9, -1e9, 1e9, 1e9));
    assertArrayEquals(new int[] {10, 20, 30, 40}, clipping.line(10, 20, 30, 40));
    assertArrayEquals(new int[] {50, 82, 50, -2}, clipping.line(50, 2e9, 50, -2e9));
  }

  @Test
  void leavesNothingOfLinesOutside() {
    assertEquals(0, clipping.line(-5, -1e9, -5, 1e9).length);
    assertEquals(0, clipping.line(0, 300, 300, 0).length);
    assertEquals(0, clipping.line(-9, -9, -9, -9).length);
  }

  @Test
  void cutsPolygonsAtTheBorder() {
    int far = 1 << 28;
    int[][] whole = {{-far, -far}, {far, -far}, {far, far}, {-far, far}};
    int[][] cut = clipping.polygon(whole);
    assertEquals(104 * 84, Polygons.area(cut));
    int[][] half = {{50, -far}, {far, -far}, {far, far}, {50, far}};
    assertEquals(52 * 84, Polygons.area(clipping.polygon(half)));
    int[][] outside = {{200, 0}, {far, 0}, {far, 9}};
    assertEquals(0, Polygons.area(clipping.polygon(outside)));
  }
}
