package io.sightline.workflow.executor;

import io.sightline.workflow.block.Batch;
import io.sightline.workflow.block.StepInput;
import io.sightline.workflow.compiler.ExecutionGraph;
import io.sightline.workflow.compiler.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where the values of one run lie. A slot is written by one step and read by later layers. */
final class Slots {
  private final RuntimeInputs inputs;
  private final Object[][] outputs;
  private final Object[] decisions;
  private final List<List<StepInput>> calls;

  Slots(ExecutionGraph graph, RuntimeInputs inputs) {
    this.inputs = inputs;
    int steps = graph.steps().size();
    outputs = new Object[steps][];
    decisions = new Object[steps];
    calls = new ArrayList<>(steps);
    for (int i = 0; i < steps; i++) {
      calls.add(null);
    }
  }

  int batchSize() {
    return inputs.batchSize();
  }

  /** All that was handed in as an input. */
  Object input(int index) {
    return inputs.values()[index];
  }

  /** All that a step has given as an output so far; null where it has not run. */
  Object output(int step, int output) {
    return outputs[step] == null ? null : outputs[step][output];
  }

  void put(int step, Object[] values, Object decision) {
    outputs[step] = values;
    decisions[step] = decision;
  }

  /** Remembers what a step got, to know the pictures that it made. */
  void called(int step, StepInput input) {
    List<StepInput> list = calls.get(step);
    if (list == null) {
      list = new ArrayList<>(1);
      calls.set(step, list);
    }
    list.add(input);
  }

  /** True where {@code step} made {@code value} in this run. */
  boolean madeBy(int step, Object value) {
    List<StepInput> list = calls.get(step);
    if (list != null) {
      for (StepInput input : list) {
        if (input.created(value)) {
          return true;
        }
      }
    }
    return false;
  }

  /** What a deciding step decided, followed along the path. */
  Object decision(int step, int[] path, int length) {
    return follow(decisions[step], path, length);
  }

  /**
   * The value of a source for one element: a {@link Batch} where it has more dimensions than the
   * path, null where there is none.
   *
   * @param length how much of {@code path} counts
   */
  Object at(Source source, int[] path, int length) {
    if (source instanceof Source.StepOutput output) {
      Object[] values = outputs[output.step()];
      Object top = values == null ? null : values[output.output()];
      return follow(top, path, Math.min(length, output.depth()));
    }
    if (source instanceof Source.Input input) {
      return follow(inputs.values()[input.index()], path, Math.min(length, input.depth()));
    }
    if (source instanceof Source.Constant constant) {
      return constant.value();
    }
    if (source instanceof Source.Bound bound) {
      return inputs.bound()[bound.slot()];
    }
    if (source instanceof Source.ListOf list) {
      List<Object> values = new ArrayList<>(list.elements().size());
      for (Source element : list.elements()) {
        values.add(at(element, path, length));
      }
      return values;
    }
    Map<String, Object> values = new LinkedHashMap<>();
    ((Source.MapOf) source).values().forEach((key, v) -> values.put(key, at(v, path, length)));
    return values;
  }

  /** Elements of a source at a place that has more dimensions; -1 where it has none there. */
  int sizeAt(Source source, int[] path, int length) {
    if (source instanceof Source.StepOutput || source instanceof Source.Input) {
      return source.depth() > length && at(source, path, length) instanceof Batch batch
          ? batch.size()
          : -1;
    }
    Iterable<Source> parts = List.of();
    if (source instanceof Source.ListOf list) {
      parts = list.elements();
    } else if (source instanceof Source.MapOf map) {
      parts = map.values().values();
    }
    for (Source part : parts) {
      int size = sizeAt(part, path, length);
      if (size >= 0) {
        return size;
      }
    }
    return -1;
  }

  private static Object follow(Object top, int[] path, int length) {
    Object value = top;
    for (int i = 0; i < length && value != null; i++) {
      value = ((Batch) value).get(path[i]);
    }
    return value;
  }
}
