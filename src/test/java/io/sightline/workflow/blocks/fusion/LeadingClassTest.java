package io.sightline.workflow.blocks.fusion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.sightline.vision.Detection;
import io.sightline.workflow.block.BlockException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LeadingClassTest {
  private static final LeadingClass OTHER = LeadingClass.fallback("other", 5);

  private static Map<String, Object> classified(String name, int id, double confidence) {
    return Map.of("class", name, "class_id", id, "confidence", confidence);
  }

  @Test
  void takesTextsAsTheyAre() {
    assertEquals(new LeadingClass("K1", 0, 1), LeadingClass.of("K1", OTHER));
    assertEquals(new LeadingClass("K1", 0, 1), LeadingClass.of(List.of("K1", "K2"), OTHER));
    assertEquals(OTHER, LeadingClass.of(List.of(), OTHER));
    assertNull(LeadingClass.of(List.of(7), OTHER));
  }

  @Test
  void takesTheTopOfOneLabel() {
    List<?> classes = List.of(classified("cat", 3, 0.75), classified("dog", 1, 0.25));
    assertEquals(
        new LeadingClass("dog", 1, 0.25f),
        LeadingClass.of(Map.of("top", "dog", "predictions", classes), OTHER));
    assertEquals(OTHER, LeadingClass.of(Map.of("top", "", "predictions", List.of()), OTHER));
    assertThrows(
        BlockException.class,
        () -> LeadingClass.of(Map.of("top", "cow", "predictions", classes), OTHER));
  }

  @Test
  void takesTheSurestOfManyLabels() {
    Map<?, ?> classes = Map.of("cat", classified("cat", 3, 0.5), "dog", classified("dog", 1, 0.75));
    assertEquals(
        new LeadingClass("dog", 1, 0.75f),
        LeadingClass.of(
            Map.of("predictions", classes, "predicted_classes", List.of("cat")), OTHER));
    assertNull(
        LeadingClass.of(Map.of("predictions", classes, "predicted_classes", List.of()), OTHER));
  }

  @Test
  void aFallbackWithoutNumberIsAClassThatNoModelHas() {
    assertEquals(Detection.NO_CLASS, LeadingClass.fallback("other", null).id());
    assertEquals(Detection.NO_CLASS, LeadingClass.fallback("other", -1).id());
    assertNull(LeadingClass.fallback("", 3));
    assertNull(LeadingClass.fallback(null, 3));
  }

  @Test
  void refusesOthers() {
    assertThrows(BlockException.class, () -> LeadingClass.of(5, OTHER));
  }
}
