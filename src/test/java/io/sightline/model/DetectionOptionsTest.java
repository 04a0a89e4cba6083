package io.sightline.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DetectionOptionsTest {
  @ParameterizedTest
  @ValueSource(floats = {-0.1f, 1.1f, Float.NaN, Float.POSITIVE_INFINITY})
  void refusesAThresholdThatIsNoShare(float threshold) {
    assertThrows(
        ModelException.class, () -> new DetectionOptions(threshold, 0.3f, 300, false, null));
    assertThrows(
        ModelException.class, () -> new DetectionOptions(0.4f, threshold, 300, false, null));
  }

  @Test
  void refusesToAnswerNothing() {
    ModelException e =
        assertThrows(ModelException.class, () -> new DetectionOptions(0.4f, 0.3f, 0, false, null));
    assertEquals("max_detections must be at least 1, not 0", e.getMessage());
  }

  @Test
  void keepsAllClassesWithoutAFilterAndWithAnEmptyOne() {
    DetectionOptions empty = new DetectionOptions(0.4f, 0.3f, 300, false, Set.of());
    assertNull(empty.classFilter());
    assertTrue(empty.keeps("dog"));
  }

  @Test
  void isNotChangedThroughTheSetItWasGiven() {
    Set<String> names = new HashSet<>(Set.of("dog"));
    DetectionOptions options = new DetectionOptions(0.4f, 0.3f, 300, false, names);
    names.add("cat");
    assertTrue(options.keeps("dog"));
    assertFalse(options.keeps("cat"));
  }
}
