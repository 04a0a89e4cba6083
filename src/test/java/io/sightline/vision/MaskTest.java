package io.sightline.vision;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class MaskTest {
  private static final int[][] SQUARE = {{2, 3}, {5, 3}, {5, 6}, {2, 6}};

  @Test
  void fillsAPolygonWithItsBorder() {
    Mask mask = Mask.ofPolygon(10, 10, SQUARE);
    assertEquals(16, mask.area());
    assertTrue(mask.at(2, 3));
    assertTrue(mask.at(5, 6));
    assertFalse(mask.at(6, 6));
    assertFalse(mask.at(-1, 99));
  }

  @Test
  void givesBackTheOutlineThatItWasMadeOf() {
    int[][] contour = Mask.ofPolygon(10, 10, SQUARE).contour();
    assertArrayEquals(new int[][] {{2, 3}, {2, 6}, {5, 6}, {5, 3}}, contour);
  }

  @Test
  void leavesOutWhatIsOutsideOfThePicture() {
    Mask mask = Mask.ofPolygon(4, 4, new int[][] {{-5, -5}, {100, -5}, {100, 1}, {-5, 1}});
    assertEquals(8, mask.area());
    assertEquals(0, mask.left());
    Mask away = Mask.ofPolygon(4, 4, new int[][] {{9, 9}, {12, 9}, {12, 12}});
    assertTrue(away.isEmpty());
    assertNull(away.contour());
    assertEquals(0, Mask.ofPolygon(4, 4, new int[][] {{-9, -9}, {-8, -9}, {-8, -7}}).area());
  }

  @Test
  void joinsAndIntersects() {
    Mask left = Mask.ofPolygon(10, 10, new int[][] {{0, 0}, {3, 0}, {3, 3}, {0, 3}});
    Mask right = Mask.ofPolygon(10, 10, new int[][] {{2, 2}, {5, 2}, {5, 5}, {2, 5}});
    assertEquals(4, left.shared(right));
    assertEquals(28, left.union(right).area());
    assertEquals(4, left.intersection(right).area());
    assertEquals(4 / 28.0, left.iou(right), 1e-12);
    assertEquals(16, left.union(Mask.empty(10, 10)).area());
  }

  @Test
  void movesToAnotherPictureAndIsCutAtItsBorder() {
    Mask moved = Mask.ofPolygon(10, 10, SQUARE).moved(-4, 0, 20, 5);
    assertEquals(0, moved.left());
    assertEquals(3, moved.top());
    assertEquals(4, moved.area());
    assertEquals(20, moved.imageWidth());
  }

  @Test
  void keepsPartsAndTakesTheLargestAsItsOutline() {
    byte[] rows = new byte[10];
    rows[0] = 1;
    for (int i = 4; i < 10; i++) {
      rows[i] = 1;
    }
    Mask mask = Mask.of(10, 4, 0, 1, 10, rows);
    assertEquals(2, mask.contours().size());
    assertEquals(7, mask.area());
  }
}
