package io.sightline.workflow.blocks.visualizations;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.sightline.workflow.block.BlockException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DrawingFieldsTest {
  @ParameterizedTest
  @ValueSource(doubles = {-0.5, 1e9, Double.NaN, Double.POSITIVE_INFINITY})
  void refusesWhatNobodyCanSee(double scale) {
    BlockException e =
        assertThrows(BlockException.class, () -> DrawingFields.check("text_scale", scale, 0, 100));
    assertEquals("text_scale must be 0 to 100, not " + scale, e.getMessage());
  }

  @Test
  void takesBothBounds() {
    assertDoesNotThrow(() -> DrawingFields.check("thickness", -1, -1, 1000));
    assertDoesNotThrow(() -> DrawingFields.check("thickness", 1000, -1, 1000));
  }
}
