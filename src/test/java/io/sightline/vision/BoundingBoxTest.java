package io.sightline.vision;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class BoundingBoxTest {
  @Test
  void measuresItsSides() {
    BoundingBox box = new BoundingBox(2, 3, 12, 8);
    assertEquals(10, box.width());
    assertEquals(5, box.height());
    assertEquals(50, box.area());
  }

  @Test
  void overlapsItselfWhollyAndOthersInPart() {
    BoundingBox box = new BoundingBox(0, 0, 10, 10);
    assertEquals(1, box.iou(box));
    assertEquals(0.5f, box.iou(new BoundingBox(0, 0, 10, 5)));
    assertEquals(1 / 3f, box.iou(new BoundingBox(5, 0, 15, 10)));
  }

  @Test
  void doesNotOverlapWhatItTouchesNorAnEmptyBox() {
    BoundingBox box = new BoundingBox(0, 0, 10, 10);
    assertEquals(0, box.iou(new BoundingBox(10, 0, 20, 10)));
    assertEquals(0, box.iou(new BoundingBox(11, 11, 20, 20)));
    assertEquals(0, box.iou(new BoundingBox(5, 5, 5, 9)));
    BoundingBox empty = new BoundingBox(5, 5, 5, 5);
    assertEquals(0, empty.iou(empty));
  }

  @Test
  void overlapsAsManyPixelsAsACountFinds() {
    Random random = new Random(3);
    for (int run = 0; run < 200; run++) {
      BoundingBox a = box(random);
      BoundingBox b = box(random);
      int both = 0;
      int either = 0;
      for (int y = 0; y < 20; y++) {
        for (int x = 0; x < 20; x++) {
          boolean inA = holds(a, x, y);
          boolean inB = holds(b, x, y);
          both += inA && inB ? 1 : 0;
          either += inA || inB ? 1 : 0;
        }
      }
      assertEquals(both == 0 ? 0 : (double) both / either, a.iou(b), 1e-6);
      assertEquals(a.iou(b), b.iou(a));
    }
  }

  private static BoundingBox box(Random random) {
    int x = random.nextInt(15);
    int y = random.nextInt(15);
    return new BoundingBox(x, y, x + random.nextInt(6), y + random.nextInt(6));
  }

  private static boolean holds(BoundingBox box, int x, int y) {
    return x >= box.x1() && x < box.x2() && y >= box.y1() && y < box.y2();
  }
}
