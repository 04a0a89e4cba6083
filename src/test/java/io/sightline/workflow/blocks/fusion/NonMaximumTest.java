package io.sightline.workflow.blocks.fusion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.sightline.vision.BoundingBox;
import io.sightline.vision.Detection;
import io.sightline.vision.Detections;
import io.sightline.workflow.block.BlockException;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class NonMaximumTest {
  private static Detections all(Detection... items) {
    return new Detections(List.of(items), Found.SIDE, Found.SIDE);
  }

  @Test
  void theSurestOfOneClassRemains() {
    Detections found =
        all(
            Found.box("a", 0, 0.5, 0, 0, 10, 10),
            Found.box("b", 0, 0.75, 0, 0, 10, 12),
            Found.box("c", 1, 0.25, 0, 0, 10, 10),
            Found.box("d", 0, 0.625, 0, 0, 10, 5));
    assertEquals(List.of("b", "c", "d"), Found.ids(NonMaximumSuppression.of(found, 0.5)));
    assertEquals(List.of("b", "c"), Found.ids(NonMaximumSuppression.of(found, 0.4)));
  }

  @Test
  void whatIsGoneSuppressesNothing() {
    Detections chain =
        all(
            Found.box("a", 0, 0.75, 0, 0, 10, 10),
            Found.box("b", 0, 0.5, 4, 0, 14, 10),
            Found.box("c", 0, 0.25, 8, 0, 18, 10));
    assertEquals(List.of("a", "c"), Found.ids(NonMaximumSuppression.of(chain, 0.3)));
  }

  @Test
  void masksCountAndNotTheirBoxes() {
    Detections found =
        all(Found.mask("a", 0.75, 0, 0, 100, 100), Found.mask("b", 0.5, 50, 0, 150, 100));
    assertEquals(List.of("a", "b"), Found.ids(NonMaximumSuppression.of(found, 0.34)));
    assertEquals(List.of("a"), Found.ids(NonMaximumSuppression.of(found, 0.33)));
  }

  @Test
  void overlappingBoxesBecomeOneAroundAll() {
    Detections merged =
        NonMaximumMerging.of(
            all(
                Found.box("a", 1, 0.5, 0, 0, 10, 10),
                Found.box("b", 0, 1, 50, 50, 60, 60),
                Found.box("c", 1, 0.75, 2, 0, 12, 10),
                Found.box("d", 1, 0.25, 0, 0, 10, 20)),
            0.3);
    assertEquals(List.of("b", "c"), Found.ids(merged));
    Detection joined = merged.items().get(1);
    assertEquals(new BoundingBox(0, 0, 12, 20), joined.box());
    assertEquals((100 * 0.5 + 100 * 0.75 + 200 * 0.25) / 400, joined.confidence(), 1e-6);
  }

  @Test
  void masksGrowWhileTheyOverlap() {
    Detections merged =
        NonMaximumMerging.of(
            all(
                Found.mask("a", 0.75, 0, 0, 100, 100),
                Found.mask("b", 0.5, 60, 0, 160, 100),
                Found.mask("c", 0.25, 100, 0, 200, 100)),
            0.2);
    assertEquals(List.of("a"), Found.ids(merged));
    assertEquals(20_000, merged.items().get(0).mask().area());
  }

  @Test
  @DisplayName("KU-2: comparing each with each other is bounded")
  void refusesTooMany() {
    Detections many =
        new Detections(
            Collections.nCopies(Comparisons.MAX_DETECTIONS + 1, Found.box("a", 0, 0.5, 0, 0, 1, 1)),
            10,
            10);
    assertThrows(BlockException.class, () -> NonMaximumSuppression.of(many, 0.5));
    assertThrows(BlockException.class, () -> NonMaximumMerging.of(many, 0.5));
    Detections large =
        new Detections(
            Collections.nCopies(Comparisons.MAX_DETECTIONS, Found.mask("a", 0.5, 0, 0, 640, 640)),
            Found.SIDE,
            Found.SIDE);
    String message =
        assertThrows(BlockException.class, () -> NonMaximumSuppression.of(large, 1)).getMessage();
    assertEquals(
        "the masks are too many and too large to compare: more than 2000000000 pixels", message);
  }
}
