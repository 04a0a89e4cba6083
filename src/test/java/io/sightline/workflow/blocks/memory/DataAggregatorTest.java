package io.sightline.workflow.blocks.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sightline.workflow.block.BlockResult;
import io.sightline.workflow.block.StepInput;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Test;

class DataAggregatorTest {
  private final AtomicLong nanos = new AtomicLong();

  private List<Object> run(DataAggregator block, Map<String, Object> fields, Object value) {
    List<Object> values = new ArrayList<>();
    new DataAggregator.V1().manifest().fields().forEach(f -> values.add(fields.get(f.name())));
    values.set(0, Map.of("n", value));
    StepInput input =
        new StepInput(
            new DataAggregator.V1().manifest(),
            values.toArray(),
            new BitSet(),
            null,
            new LongAdder());
    return ((BlockResult.Values) block.run(input)).values();
  }

  @Test
  void answersOnceAnIntervalOfMinutes() {
    Map<String, Object> fields =
        Map.of(
            "data",
            Map.of("n", 0),
            "data_operations",
            Map.of(),
            "aggregation_mode",
            Map.of("n", List.of("sum", "values_counts")),
            "interval_unit",
            "minutes",
            "interval",
            2);
    DataAggregator block = new DataAggregator(fields, nanos::get);
    List<Object> nothing = Arrays.asList(null, null);
    assertEquals(nothing, run(block, fields, 2));
    nanos.addAndGet(TimeUnit.SECONDS.toNanos(119));
    assertEquals(nothing, run(block, fields, 2.0));
    nanos.addAndGet(TimeUnit.SECONDS.toNanos(1));
    assertEquals(List.of(9.0, Map.of(2, 2L, 5, 1L)), run(block, fields, 5));
    assertEquals(nothing, run(block, fields, 1));
  }
}
