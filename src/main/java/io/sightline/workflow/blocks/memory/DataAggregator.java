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
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/** Gathers values over an interval and answers at its end. */
final class DataAggregator implements Block {
  private static final String DATA = "data";
  private static final String OPERATIONS = "data_operations";
  private static final String MODES = "aggregation_mode";
  private static final String UNIT = "interval_unit";
  private static final String INTERVAL = "interval";

  private final Interval interval;
  private final List<Gathered> outputs;

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
      for (Gathered each :
          Gathered.of((Map<?, ?>) fields.get(DATA), (Map<?, ?>) fields.get(MODES))) {
        outputs.add(OutputField.of(each.output(), Aggregate.kinds(each.mode())));
      }
      return outputs;
    }
  }

  /**
   * @param fields of the step
   * @param nanos counts nanoseconds
   */
  DataAggregator(Map<String, Object> fields, LongSupplier nanos) {
    interval = new Interval(nanos);
    outputs = Gathered.of((Map<?, ?>) fields.get(DATA), (Map<?, ?>) fields.get(MODES));
  }

  @Override
  public BlockResult run(StepInput input) {
    Map<String, Object> data = computed(input);
    for (Gathered output : outputs) {
      output.add(data.get(output.name()));
    }
    Object[] answers = new Object[outputs.size()];
    if (interval.runEnds(input.text(UNIT), input.wholeNumber(INTERVAL))) {
      for (int i = 0; i < answers.length; i++) {
        answers[i] = outputs.get(i).finish();
      }
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
              Object value =
                  ((OperationChain) operations).apply(data.get(name), Map.of(), input.limits());
              data.put((String) name, value);
            });
    return data;
  }
}
