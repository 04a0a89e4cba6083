package io.sightline.workflow.blocks.transformations;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.sightline.workflow.block.BlockException;
import java.util.List;
import org.junit.jupiter.api.Test;

class BackgroundColorTest {
  private final BackgroundColor color = new BackgroundColor();

  private String refused(Object value) {
    return assertThrows(BlockException.class, () -> color.of(value)).getMessage();
  }

  @Test
  void readsEachForm() {
    assertArrayEquals(new int[] {0x43, 0x11, 0x12}, color.of("#431112"));
    assertArrayEquals(new int[] {0x43, 0x11, 0x12}, color.of("#431112"));
    assertArrayEquals(new int[] {255, 170, 0}, color.of("#fa0"));
    assertArrayEquals(new int[] {128, 32, 0}, color.of("(128, 32, 256)"));
    assertArrayEquals(new int[] {1, 2, 3}, color.of(List.of(1, 2, 3)));
  }

  @Test
  void refusesOthersAsRoboflowDoes() {
    assertEquals("Invalid hex color format: #12345", refused("#12345"));
    assertEquals("Invalid hex color format: #zzzzzz", refused("#zzzzzz"));
    assertEquals("Invalid hex color format: red", refused("red"));
    assertEquals("Invalid tuple color format: (1, 2, x)", refused("(1, 2, x)"));
    assertEquals("Invalid tuple color format: (1, 2)", refused("(1, 2)"));
    assertEquals("Invalid color format: [1, 2]", refused(List.of(1, 2)));
    assertEquals("Invalid color format: null", refused(null));
  }
}
