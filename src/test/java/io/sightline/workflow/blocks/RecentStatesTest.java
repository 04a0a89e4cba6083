package io.sightline.workflow.blocks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecentStatesTest {
  private final List<String> forgotten = new ArrayList<>();
  private final RecentStates<Integer, String> states = new RecentStates<>(2, forgotten::add);

  @Test
  void forgetsTheOneNotSeenForLongest() {
    states.put(1, "a");
    states.put(2, "b");
    states.get(1);
    states.put(3, "c");
    assertEquals(List.of("b"), forgotten);
    assertEquals("a", states.get(1));
    assertNull(states.get(2));
    assertEquals(2, states.size());
  }

  @Test
  void forgetsWhatIsReplacedAndWhatIsLeft() {
    states.put(1, "a");
    states.put(1, "b");
    states.put(1, "b");
    states.close();
    assertEquals(List.of("a", "b"), forgotten);
    assertEquals(0, states.size());
  }
}
