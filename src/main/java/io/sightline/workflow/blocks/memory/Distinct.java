package io.sightline.workflow.blocks.memory;

import io.sightline.workflow.block.BlockException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The different values, of lists their elements, and how often each was there. */
final class Distinct implements Aggregate {
  private static final int MAX_VALUES = 100_000;

  private final Function<Distinct, Object> answer;
  private final Map<Object, Value> values = new LinkedHashMap<>();

  private static final class Value {
    private final Object first;
    private long count;

    private Value(Object first) {
      this.first = first;
    }
  }

  /**
   * @param answer what is told of them
   */
  Distinct(Function<Distinct, Object> answer) {
    this.answer = answer;
  }

  @Override
  public void add(Object value) {
    if (value instanceof List<?> list) {
      list.forEach(this::count);
    } else {
      count(value);
    }
  }

  private void count(Object value) {
    Object key = PythonValues.key(value);
    Value counted = values.get(key);
    if (counted == null) {
      if (values.size() >= MAX_VALUES) {
        throw new BlockException(
            "more than %d different values in one interval".formatted(MAX_VALUES));
      }
      counted = new Value(value);
      values.put(key, counted);
    }
    counted.count++;
  }

  @Override
  public Object result() {
    return answer.apply(this);
  }

  /** In the order in which they came; whole numbers ascending, as in Python's sets. */
  Object values() {
    List<Object> all = new ArrayList<>(values.size());
    values.values().forEach(value -> all.add(value.first));
    if (values.keySet().stream().allMatch(Long.class::isInstance)) {
      all.sort(PythonNumbers::compare);
    }
    return all;
  }

  Object size() {
    return values.size();
  }

  Object counts() {
    Map<Object, Object> counts = new LinkedHashMap<>();
    values.values().forEach(value -> counts.put(value.first, value.count));
    return counts;
  }
}
