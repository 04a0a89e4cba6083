package io.sightline.workflow.block;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("B-7: what all steps make of one frame is bounded")
class AllowanceTest {
  private final Allowance allowance = new Allowance(new RunLimits(10, 1000));

  @Test
  void allStepsShareTheElements() {
    allowance.takeElements(6);
    allowance.check(4);
    String message = assertThrows(BlockException.class, () -> allowance.check(5)).getMessage();
    assertEquals(
        "5 elements more than the 6 that the steps have made, at most 10 are allowed in one run",
        message);
    assertThrows(BlockException.class, () -> allowance.takeElements(5));
    allowance.takeElements(4);
    assertThrows(BlockException.class, () -> allowance.check(Long.MAX_VALUE));
  }

  @Test
  void allPicturesShareThePixels() {
    allowance.takePixels(600);
    allowance.takePixels(400);
    assertThrows(BlockException.class, () -> allowance.takePixels(1));
  }
}
