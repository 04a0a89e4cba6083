package io.sightline.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class EngineCostTest {
  private static final EngineCost COST = new EngineCost(1000, 0.015, 0.25, 8.5, -0.5, 0.25, 210);

  @Test
  void goesThroughALineOfText() {
    assertEquals(COST, EngineCost.of(COST.line()));
  }

  @Test
  void theGoalIsThreeTenthsOfAMillisecond() {
    Table table = new Table();
    COST.rows(table);
    assertTrue(
        table.toString().matches("(?s).*a run, p50 +0.30 ms +0.02 ms +0.05\\b.*"), table::toString);
  }
}
