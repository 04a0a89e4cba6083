package io.sightline.workflow.blocks.memory;

import io.sightline.workflow.block.Block;
import io.sightline.workflow.block.BlockException;
import io.sightline.workflow.block.BlockResult;
import io.sightline.workflow.block.DeclaredType;
import io.sightline.workflow.block.Field;
import io.sightline.workflow.block.Forms;
import io.sightline.workflow.block.Manifest;
import io.sightline.workflow.block.OutputField;
import io.sightline.workflow.block.StepInput;
import io.sightline.workflow.query.OperationChain;
import io.sightline.workflow.query.OperationsForm;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Gathers values over an interval and answers at its end. */
final class DataAggregator implements Block {
  private static final String DATA = "data";
  private static final String OPERATIONS = "data_operations";
  private static final String MODES = "aggregation_mode";
  private static final String UNIT = "interval_unit";
  private static final String INTERVAL = "interval";

  private final LongSupplier nanos;
  private final List<Gathered> outputs;
  private long start;
  private int runs;

  /** One output: what it gathers and how far it is. */
  private static final class Gathered {
    private final String name;
    private final String mode;
    private Aggregate aggregate;

    private Gathered(String name, String mode) {
      this.name = name;
      this.mode = mode;
      aggregate = Aggregate.of(mode);
    }
  }

  /** Version 1. */
  public static final class V1 extends DeclaredType {
    private static final Manifest MANIFEST =
        Manifest.of("roboflow_core/data_aggregator@v1")
            .described(
                "Data Aggregator", "analytics", "Gathers values over an interval of time or runs.")
            .field(Field.required(DATA, "The values by name.", Forms.map(Forms.reference())))
            .field(
                Field.optional(
                    OPERATIONS,
                    Map.of(),
                    "What is done with the values first, by name.",
                    Forms.map(new OperationsForm())))
            .field(
                Field.required(
                    MODES,
                    "How the values are gathered, by name.",
                    Forms.map(Forms.list(0, Forms.oneOf(Aggregate.MODES.toArray(new String[0]))))))
            .field(
                Field.optional(
                    UNIT,
                    "seconds",
                    "What the interval is counted in.",
                    Forms.oneOf("seconds", "minutes", "hours", "runs")))
            .field(Field.required(INTERVAL, "How long it is.", Forms.positiveNumber()))
            .output("*")
            .build();

    public V1() {
      super(MANIFEST, context -> new DataAggregator(context.fields(), System::nanoTime));
    }

    @Override
    public List<OutputField> outputs(Map<String, Object> fields) {
      List<OutputField> outputs = new ArrayList<>();
      for (Gathered each : gathered(fields)) {
        outputs.add(OutputField.of(each.name + "_" + each.mode, Aggregate.kinds(each.mode)));
      }
      return outputs;
    }
  }

  /**
   * @param fields of the step
   * @param nanos counts nanoseconds
   */
  DataAggregator(Map<String, Object> fields, LongSupplier nanos) {
    this.nanos = nanos;
    outputs = gathered(fields);
    start = nanos.getAsLong();
  }

  private static List<Gathered> gathered(Map<String, Object> fields) {
    Map<?, ?> modes = (Map<?, ?>) fields.get(MODES);
    Map<String, Gathered> all = new LinkedHashMap<>();
    for (Object name : ((Map<?, ?>) fields.get(DATA)).keySet()) {
      if (modes.get(name) instanceof List<?> list) {
        for (Object mode : list) {
          all.putIfAbsent(name + "_" + mode, new Gathered((String) name, (String) mode));
        }
      }
    }
    return List.copyOf(all.values());
  }

  @Override
  public BlockResult run(StepInput input) {
    Map<String, Object> data = computed(input);
    runs++;
    for (Gathered output : outputs) {
      output.aggregate.add(data.get(output.name));
    }
    Object[] answers = new Object[outputs.size()];
    if (isOver(input.text(UNIT), input.wholeNumber(INTERVAL))) {
      for (int i = 0; i < answers.length; i++) {
        answers[i] = outputs.get(i).aggregate.result();
        outputs.get(i).aggregate = Aggregate.of(outputs.get(i).mode);
      }
      runs = 0;
      start = nanos.getAsLong();
    }
    return BlockResult.of(answers);
  }

  private static Map<String, Object> computed(StepInput input) {
    Map<String, Object> data = new HashMap<>();
    ((Map<?, ?>) input.value(DATA)).forEach((name, value) -> data.put((String) name, value));
    ((Map<?, ?>) input.value(OPERATIONS))
        .forEach(
            (name, operations) -> {
              if (!data.containsKey(name)) {
                throw new BlockException("'" + name + "'");
              }
              Object value = ((OperationChain) operations).apply(data.get(name), Map.of());
              data.put((String) name, value);
            });
    return data;
  }

  private boolean isOver(String unit, int interval) {
    if (unit.equals("runs")) {
      return runs >= interval;
    }
    TimeUnit time =
        switch (unit) {
          case "minutes" -> TimeUnit.MINUTES;
          case "hours" -> TimeUnit.HOURS;
          default -> TimeUnit.SECONDS;
        };
    return nanos.getAsLong() - start >= time.toNanos(interval);
  }
}
