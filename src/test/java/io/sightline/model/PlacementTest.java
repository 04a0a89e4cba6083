package io.sightline.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.sightline.vision.BoundingBox;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("N-7: boxes are whole pixels of the picture")
class PlacementTest {
  private static final Placement WIDE = new Placement(1280, 720, 0.5f, 0.5f, 0, 140, 640, 360);

  @Test
  void takesThePaddingAwayAndScales() {
    assertEquals(new BoundingBox(20, 40, 200, 400), WIDE.toPicture(10, 160, 100, 340));
  }

  @Test
  void roundsHalvesToTheEvenPixel() {
    Placement same = new Placement(100, 100, 1, 1, 0, 0, 100, 100);
    assertEquals(new BoundingBox(0, 2, 4, 4), same.toPicture(0.5f, 1.5f, 4.49f, 3.51f));
  }

  @Test
  void clipsToThePicture() {
    assertEquals(new BoundingBox(0, 0, 1280, 720), WIDE.toPicture(-50, 0, 900, 640));
  }

  @Test
  void leavesOutWhatLiesBesideThePicture() {
    assertNull(WIDE.toPicture(10, 0, 100, 139));
    assertNull(WIDE.toPicture(641, 200, 700, 300));
    assertNull(WIDE.toPicture(10, 200, 10.1f, 300));
  }
}
