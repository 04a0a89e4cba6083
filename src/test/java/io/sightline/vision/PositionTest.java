package io.sightline.vision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PositionTest {
  private static final ImageOrigin ORIGIN = ImageOrigin.whole("image", 100, 100);
  private static final Detection BOX =
      new Detection(
          new BoundingBox(10, 20, 31, 60), 1, 0, "box", "d", null, ORIGIN, ORIGIN, Map.of());

  @Test
  void placesAreOnTheBox() {
    assertEquals(20.5, Position.BOTTOM_CENTER.x(BOX));
    assertEquals(60, Position.BOTTOM_CENTER.y(BOX));
    assertEquals(10, Position.named("TOP_LEFT").x(BOX));
    assertEquals(40, Position.CENTER_RIGHT.y(BOX));
  }

  @Test
  void theCentreOfMassIsTheMasksAndRoundedDown() {
    byte[] rows = {1, 1, 1, 1, 0, 0, 0, 1};
    Detection masked = BOX.with(Attribute.MASK, Mask.of(100, 100, 50, 70, 4, rows));
    assertEquals(52, Position.CENTER_OF_MASS.x(masked));
    assertEquals(70, Position.CENTER_OF_MASS.y(masked));
    assertThrows(VisionException.class, () -> Position.CENTER_OF_MASS.x(BOX));
  }

  @Test
  void otherNamesAreRefused() {
    VisionException e = assertThrows(VisionException.class, () -> Position.named("MIDDLE"));
    assertEquals("'MIDDLE' is not a valid Position", e.getMessage());
  }
}
