package io.sightline.workflow.blocks.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.sightline.workflow.block.BlockException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("KME-3: values are told apart as Python does it")
class DistinctTest {
  private static Object gathered(String mode, Object... values) {
    Aggregate aggregate = Aggregate.of(mode);
    for (Object value : values) {
      aggregate.add(value);
    }
    return aggregate.result();
  }

  @Test
  void oneAndOnePointZeroAndTrueAreOneValue() {
    assertEquals(Map.of(1, 3L, "1", 1L), gathered("values_counts", 1, 1.0, true, "1"));
  }

  @Test
  void elementsOfListsCountOneByOne() {
    assertEquals(List.of("b", "a"), gathered("distinct", List.of("b", "a"), "b"));
    assertEquals(2, gathered("count_distinct", List.of("b", "a"), "b"));
    assertEquals(5L, gathered("count", List.of("b", "a"), "xyz"));
  }

  @Test
  void wholeNumbersAscend() {
    assertEquals(List.of(1, 2, 3), gathered("distinct", 3, 1, 2, 1));
  }

  @Test
  void listsOfListsAreRefused() {
    List<Object> nested = List.of(List.of(1));
    assertThrows(BlockException.class, () -> gathered("distinct", nested));
  }

  @Test
  void anIntervalHoldsBoundedlyManyValues() {
    Aggregate aggregate = Aggregate.of("count_distinct");
    for (int i = 0; i < 100_000; i++) {
      aggregate.add(i);
    }
    aggregate.add(5);
    assertThrows(BlockException.class, () -> aggregate.add(-1));
  }
}
