package io.sightline.workflow.blocks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.junit.jupiter.api.Test;

class RecentTest {
  @Test
  void letsGoOfWhatWasNotUsedForTheLongestTime() {
    Recent<String, Integer> recent = new Recent<>(2);
    recent.put("a", 1);
    recent.put("b", 2);
    recent.get("a");
    recent.put("c", 3);
    assertEquals(Set.of("a", "c"), recent.keySet());
  }
}
