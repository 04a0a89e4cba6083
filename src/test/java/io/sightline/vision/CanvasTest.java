package io.sightline.vision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Map;
import org.bytedeco.javacpp.indexer.UByteIndexer;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CanvasTest {
  private static final Color INK = new Color(10, 20, 30);

  private final ImagePool pool = new ImagePool(1);
  private final Image image = Image.frame(pool.take(100, 80, 3), pool, "image", null);
  private final Canvas canvas = new Canvas().on(image);

  CanvasTest() {
    image.pixels().put(Scalar.all(200));
  }

  @AfterEach
  void release() {
    canvas.close();
    image.release();
    pool.close();
  }

  private boolean inked(int x, int y) {
    try (UByteIndexer pixels = image.pixels().createIndexer()) {
      boolean ink = pixels.get(y, x, 0) == 30;
      assertEquals(ink ? 20 : 200, pixels.get(y, x, 1));
      return ink;
    }
  }

  private int inkedPixels() {
    int count = 0;
    for (int y = 0; y < 80; y++) {
      for (int x = 0; x < 100; x++) {
        count += inked(x, y) ? 1 : 0;
      }
    }
    return count;
  }

  @Test
  void outlinesIncludeBothCorners() {
    canvas.rectangle(10, 10, 19, 14, INK, 1);
    assertEquals(2 * 10 + 2 * 3, inkedPixels());
    assertTrue(inked(10, 10) && inked(19, 14));
  }

  @Test
  void roundedAreasLoseTheirCorners() {
    canvas.filledRectangle(10, 10, 50, 40, 8, INK);
    assertTrue(!inked(10, 10) && !inked(50, 40) && inked(18, 10) && inked(30, 25));
  }

  @Test
  void roundnessIsLimitedByTheSize() {
    canvas.filledRectangle(10, 10, 50, 20, 1_000_000, INK);
    assertTrue(inked(30, 15) && !inked(10, 10));
  }

  @Test
  void roundedOutlinesHaveStraightSides() {
    canvas.roundedRectangle(10, 10, 60, 50, 10, INK, 1);
    assertTrue(inked(35, 10) && inked(60, 30) && inked(35, 50) && inked(10, 30));
    assertTrue(!inked(10, 10) && !inked(60, 50));
  }

  @Test
  void shapesBeyondThePictureAreCut() {
    canvas.rectangle(-1_000_000, -50, 2_000_000_000, 1_000_000_000, INK, 3);
    canvas.filledRectangle(-50, -50, -10, -10, 0, INK);
    assertEquals(0, inkedPixels());
  }

  @Test
  void coordinatesFarOutsideTakeNoTime() {
    int far = 1_000_000_000;
    assertTimeoutPreemptively(
        Duration.ofSeconds(10),
        () -> {
          for (int i = 0; i < 100; i++) {
            canvas.filledRectangle(40, -2 * far, 41, 2 * far, far, INK);
            canvas.filledRectangle(-far, -far, far, -3, far, INK);
            canvas.rectangle(50, -2 * far, 60, 2 * far, INK, 3);
            canvas.rectangle(50, -2 * far, 60, 2 * far, INK, -1);
            canvas.roundedRectangle(-2 * far, -2 * far, 2 * far, 2 * far, far, INK, 3);
          }
        });
    assertTrue(inked(40, 0) && inked(41, 79) && inked(55, 40) && !inked(42, 40));
  }

  @Test
  void linesAndPolygonsFarOutsideTakeNoTimeAndKeepTheirSlope() {
    int far = 1 << 28;
    int[][] triangle = {{-far, -far}, {far, -far}, {-far, far}};
    assertTimeoutPreemptively(
        Duration.ofSeconds(10),
        () -> {
          for (int i = 0; i < 100; i++) {
            canvas.line(-far, -far, far, far, INK, 1);
            canvas.path(new int[][] {{0, 79}, {far, 79}, {far, far}}, true, INK, 1);
            canvas.circle(far, far, 10_000, INK, 5);
            canvas.circle(0, 0, far, INK, Canvas.FILLED);
            canvas.arc(50, -far, far, far, -36_000, 36_000, INK, 5);
          }
        });
    assertTrue(inked(10, 10) && inked(70, 70) && inked(40, 79) && !inked(60, 10));
    canvas.polygons(java.util.List.<int[][]>of(triangle), INK);
    assertTrue(inked(0, 0) && !inked(99, 5));
  }

  @Test
  void roundedAreasEndBeforeTheirFarEdges() {
    canvas.roundedArea(new Region(10, 10, 50, 40), 8, INK);
    assertTrue(inked(18, 10) && inked(49, 25) && !inked(50, 25) && !inked(10, 10));
    canvas.roundedArea(new Region(70, 70, 71, 71), 8, INK);
    assertTrue(inked(70, 70) && !inked(71, 70));
  }

  @Test
  void areasHaveNoNegativeSize() {
    assertThrows(VisionException.class, () -> canvas.filledRectangle(5, 5, 4, 9, 0, INK));
    assertThrows(VisionException.class, () -> canvas.filledRectangle(5, 5, 9, 9, -1, INK));
    assertThrows(VisionException.class, () -> canvas.roundedRectangle(5, 5, 9, 9, -1, INK, 1));
  }

  @Test
  void textFillsWhatWasMeasured() {
    TextStyle style = new TextStyle(0.5, 1);
    TextStyle.Extent extent = canvas.extent("person", style);
    canvas.text("person", 10, 40, style, INK);
    try (UByteIndexer pixels = image.pixels().createIndexer()) {
      for (int x = 0; x < 100; x++) {
        boolean touched = false;
        for (int y = 0; y < 80; y++) {
          touched |= pixels.get(y, x, 0) != 200;
        }
        assertTrue(!touched || x >= 9 && x <= 11 + extent.width(), "column " + x);
      }
    }
    assertTrue(canvas.extent("person", new TextStyle(1, 1)).width() > 1.9 * extent.width());
  }

  @Test
  void textsThatWereForgottenAreMeasuredAgain() {
    TextStyle style = new TextStyle(0.5, 1);
    TextStyle.Extent first = canvas.extent("text 1", style);
    for (int i = 2; i < 5000; i++) {
      canvas.extent("text " + i, style);
    }
    assertEquals(first, canvas.extent("text 1", style));
  }

  @Test
  void placesOnABox() {
    BoundingBox box = new BoundingBox(10, 20, 30, 60);
    for (Map.Entry<Position, float[]> e :
        Map.of(
                Position.CENTER, new float[] {20, 40},
                Position.TOP_RIGHT, new float[] {30, 20},
                Position.BOTTOM_CENTER, new float[] {20, 60},
                Position.CENTER_LEFT, new float[] {10, 40})
            .entrySet()) {
      assertEquals(e.getValue()[0], e.getKey().x(box));
      assertEquals(e.getValue()[1], e.getKey().y(box));
    }
    assertThrows(VisionException.class, () -> Position.CENTER_OF_MASS.x(box));
  }
}
