package io.sightline.workflow.blocks.formatters;

import io.sightline.workflow.block.Block;
import io.sightline.workflow.block.BlockResult;
import io.sightline.workflow.block.DeclaredType;
import io.sightline.workflow.block.Field;
import io.sightline.workflow.block.Forms;
import io.sightline.workflow.block.Manifest;
import io.sightline.workflow.block.StepInput;

/** Answers what the first case says whose condition holds. */
final class Expression implements Block {
  /** Version 1. */
  public static final class V1 extends DeclaredType {
    private static final Manifest MANIFEST =
        Manifest.of("roboflow_core/expression@v1", "Expression")
            .described(
                "Expression",
                "formatter",
                "Answers one of several values, chosen by conditions about named values.")
            .field(
                Field.required(
                    "data",
                    "The values, by the names that conditions and results use.",
                    Forms.map(Forms.reference())))
            .field(
                Variables.operations(
                    "data_operations", "What is done with a value before, by its name."))
            .field(Field.required("switch", "The cases and the default.", new Cases.CasesForm()))
            .output("output")
            .build();

    public V1() {
      super(MANIFEST, context -> new Expression());
    }
  }

  @Override
  public BlockResult run(StepInput input) {
    Cases cases = (Cases) input.value("switch");
    return BlockResult.of(
        cases.value(Variables.of(input, "data", "data_operations"), input.limits()));
  }
}
