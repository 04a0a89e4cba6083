package io.sightline.workflow.blocks.formatters;

import io.sightline.workflow.block.BatchBlock;
import io.sightline.workflow.block.BlockResult;
import io.sightline.workflow.block.DeclaredType;
import io.sightline.workflow.block.Field;
import io.sightline.workflow.block.FormException;
import io.sightline.workflow.block.Forms;
import io.sightline.workflow.block.Kind;
import io.sightline.workflow.block.Manifest;
import io.sightline.workflow.block.StepInput;
import io.sightline.workflow.query.PythonValues;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Writes a table with a row for each element of the batch; the last element gets it. */
final class CsvFormatter implements BatchBlock {
  /** Version 1. */
  public static final class V1 extends DeclaredType {
    private static final Consumer<Object> NO_TIMESTAMP =
        columns -> {
          if (((Map<?, ?>) columns).containsKey(TIMESTAMP)) {
            throw new FormException(
                "Value error, Attempted to register column with reserved name `timestamp`.");
          }
        };
    private static final Manifest MANIFEST =
        Manifest.of("roboflow_core/csv_formatter@v1")
            .described(
                "CSV Formatter",
                "formatter",
                "Writes a table as comma-separated values, with a row for each image.")
            .field(
                Field.required(
                        "columns_data",
                        "The columns' values, by the columns' names.",
                        Forms.map(Forms.reference(), Forms.scalar()))
                    .checked(NO_TIMESTAMP))
            .field(
                Variables.operations(
                        "columns_operations", "What is done with a value before, by its column.")
                    .checked(NO_TIMESTAMP))
            .output("csv_content", Kind.STRING)
            .remark("columns stand in the document's order")
            .build();

    public V1() {
      super(MANIFEST, context -> new CsvFormatter(Clock.systemUTC()));
    }
  }

  private static final String TIMESTAMP = "timestamp";

  private final Clock clock;

  CsvFormatter(Clock clock) {
    this.clock = clock;
  }

  @Override
  public List<BlockResult> runAll(List<StepInput> inputs) {
    List<Map<String, Object>> rows = new ArrayList<>(inputs.size());
    for (StepInput input : inputs) {
      Map<String, Object> row = Variables.of(input, "columns_data", "columns_operations");
      row.put(TIMESTAMP, PythonValues.text(clock.instant().truncatedTo(ChronoUnit.MICROS)));
      rows.add(row);
    }
    List<BlockResult> results = new ArrayList<>(inputs.size());
    for (int i = 1; i < inputs.size(); i++) {
      results.add(BlockResult.of((Object) null));
    }
    results.add(BlockResult.of(CsvTable.write(rows)));
    return results;
  }
}
