package io.sightline.workflow.block;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.sightline.vision.BoundingBox;
import io.sightline.vision.Detection;
import io.sightline.vision.Detections;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("BL-7: what all steps make of one frame is bounded")
class AllowanceTest {
  private final Allowance allowance = new Allowance(new RunLimits(10, 1000, 5, 1000));

  @Test
  void allStepsShareTheElements() {
    allowance.takeElements(6);
    allowance.check(4);
    BlockException e = assertThrows(BlockException.class, () -> allowance.check(5));
    assertEquals(
        "the step makes 5 elements, the steps before it made 6: sightline.workflow.elements.max"
            + " allows 10 in one run",
        e.getMessage());
    assertEquals("TooManyElementsError", e.innerType());
    assertThrows(BlockException.class, () -> allowance.takeElements(5));
    allowance.takeElements(4);
    assertThrows(BlockException.class, () -> allowance.check(Long.MAX_VALUE));
  }

  @Test
  void listsAndObjectsAndDetectionsAreBounded() {
    allowance.checkLength("o", List.of(1, 2, 3, 4, 5));
    allowance.checkLength("o", "a long text");
    assertEquals(
        "the output o has 6 elements, at most 5 are allowed",
        assertThrows(
                BlockException.class, () -> allowance.checkLength("o", List.of(1, 2, 3, 4, 5, 6)))
            .getMessage());
    Map<?, ?> six = Map.of(1, 1, 2, 1, 3, 1, 4, 1, 5, 1, 6, 1);
    assertThrows(BlockException.class, () -> allowance.checkLength("o", six));
    Detection one =
        new Detection(new BoundingBox(0, 0, 1, 1), 1, 0, "a", "d", null, null, null, Map.of());
    Detections many = new Detections(Collections.nCopies(6, one), 4, 4);
    assertThrows(BlockException.class, () -> allowance.checkLength("o", many));
  }

  @Test
  void allPicturesShareThePixels() {
    allowance.takePixels(600);
    allowance.takePixels(400);
    assertThrows(BlockException.class, () -> allowance.takePixels(1));
  }
}
