package io.sightline.vision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DetectionsTest {
  private static Detection detection(Integer tracker) {
    ImageOrigin origin = ImageOrigin.whole("image", 64, 48);
    return new Detection(
        new BoundingBox(1, 2, 3, 4), 0.5f, 0, "dog", "d", tracker, origin, origin, Map.of());
  }

  @Test
  void areTrackedWhereTheFirstOneIs() {
    assertTrue(new Detections(List.of(detection(7)), 64, 48).tracked());
    assertFalse(new Detections(List.of(detection(null)), 64, 48).tracked());
    assertFalse(new Detections(List.of(), 64, 48).tracked());
  }

  @Test
  void noneOfTrackedOnesAreStillTracked() {
    Detections none = new Detections(List.of(detection(7)), 64, 48).with(List.of());
    assertTrue(none.tracked());
    assertEquals(64, none.imageWidth());
    assertEquals(0, none.size());
  }
}
