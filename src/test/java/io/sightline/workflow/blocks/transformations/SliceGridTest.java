package io.sightline.workflow.blocks.transformations;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.sightline.workflow.block.BlockException;
import org.junit.jupiter.api.Test;

class SliceGridTest {
  @Test
  void cutsOffTheLastSlices() {
    SliceGrid grid = SliceGrid.cutOff(320, 100, 0.2);
    assertArrayEquals(new int[] {0, 80, 160, 240}, grid.begins());
    assertEquals(100, grid.lengthAt(160));
    assertEquals(80, grid.lengthAt(240));
  }

  @Test
  void pushesTheLastSliceBackInside() {
    SliceGrid grid = SliceGrid.pushedBack(320, 100, 0.2);
    assertArrayEquals(new int[] {0, 80, 160, 220}, grid.begins());
    assertEquals(100, grid.lengthAt(220));
    assertArrayEquals(new int[] {0}, SliceGrid.pushedBack(100, 640, 0.9).begins());
  }

  @Test
  void refusesSlicesThatWouldNeverEnd() {
    assertThrows(BlockException.class, () -> SliceGrid.cutOff(320, 100, 1));
    assertThrows(BlockException.class, () -> SliceGrid.cutOff(320, 100, -1));
    assertThrows(BlockException.class, () -> SliceGrid.pushedBack(320, 0, 0));
    assertThrows(BlockException.class, () -> SliceGrid.pushedBack(320, 100, Double.NaN));
  }
}
