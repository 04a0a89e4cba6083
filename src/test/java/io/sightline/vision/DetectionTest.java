package io.sightline.vision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DetectionTest {
  @Test
  void anAttributeMayBeThereWithoutAValue() {
    ImageOrigin origin = ImageOrigin.whole("image", 64, 48);
    Detection detection =
        new Detection(
            new BoundingBox(1, 2, 3, 4), 0.5f, 0, "dog", "d", null, origin, origin, Map.of());
    Detection more = detection.with(Attribute.NEAREST_TARGET_DISTANCE, null);
    assertTrue(more.attributes().containsKey(Attribute.NEAREST_TARGET_DISTANCE));
    assertNull(more.attributes().get(Attribute.NEAREST_TARGET_DISTANCE));
    assertEquals(Map.of(), detection.attributes());
    assertThrows(UnsupportedOperationException.class, () -> more.attributes().clear());
  }
}
