package io.sightline.vision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DetectionsUnionTest {
  private static final Detection PLAIN =
      new Detection(
          new BoundingBox(0, 0, 4, 4),
          0.5f,
          0,
          "a",
          "d",
          null,
          ImageOrigin.whole("image", 10, 10),
          ImageOrigin.whole("image", 10, 10),
          Map.of());

  private static Detections of(Detection... items) {
    return new Detections(List.of(items), 10, 10);
  }

  private static String refused(Detection one, Detection other) {
    return assertThrows(
            VisionException.class, () -> DetectionsUnion.of(List.of(of(one), of(other))))
        .getMessage();
  }

  @Test
  void keepsTheOrderAndIgnoresEmptyOnes() {
    Detections second = new Detections(List.of(PLAIN.withTracker(null)), 20, 30);
    Detections union = DetectionsUnion.of(List.of(of(PLAIN, PLAIN), of(), second, of()));
    assertEquals(3, union.size());
    assertEquals(20, union.imageWidth());
    assertEquals(30, union.imageHeight());
    assertTrue(DetectionsUnion.of(List.of(of(), of())).isEmpty());
  }

  @Test
  void refusesDetectionsThatSayDifferentThings() {
    assertEquals(
        "All or none of the 'tracker_id' fields must be None",
        refused(PLAIN, PLAIN.withTracker(3)));
    Detection masked = PLAIN.with(Attribute.MASK, Mask.empty(10, 10));
    assertEquals("All or none of the 'mask' fields must be None", refused(masked, PLAIN));
    String keys = "All data dictionaries must have the same keys to merge.";
    assertEquals(keys, refused(PLAIN, PLAIN.with(Attribute.SPEED, 1.0)));
    Detection merged =
        new Detection(
            PLAIN.box(), 1, 0, "a", "m", null, ImageOrigin.NONE, ImageOrigin.NONE, Map.of());
    assertEquals(keys, refused(merged, PLAIN));
    assertEquals(
        "masks of pictures of different size cannot be joined: 10x10 and 9x10",
        refused(masked, PLAIN.with(Attribute.MASK, Mask.empty(9, 10))));
  }
}
