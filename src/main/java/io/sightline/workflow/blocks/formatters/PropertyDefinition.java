package io.sightline.workflow.blocks.formatters;

import io.sightline.workflow.block.Block;
import io.sightline.workflow.block.BlockResult;
import io.sightline.workflow.block.DeclaredType;
import io.sightline.workflow.block.Field;
import io.sightline.workflow.block.Forms;
import io.sightline.workflow.block.Manifest;
import io.sightline.workflow.block.StepInput;
import io.sightline.workflow.query.OperationChain;
import io.sightline.workflow.query.OperationsForm;
import java.util.Map;

/** Computes a value with a chain of operations. */
final class PropertyDefinition implements Block {
  /** Version 1. */
  public static final class V1 extends DeclaredType {
    private static final Manifest MANIFEST =
        Manifest.of(
                "roboflow_core/property_definition@v1", "PropertyDefinition", "PropertyExtraction")
            .described(
                "Property Definition",
                "formatter",
                "Computes a value, such as the number of detections, with a chain of operations.")
            .remark("regular expressions are RE2's and one evaluation is bounded, see workflow.md")
            .field(Field.required("data", "The value to start with.", Forms.reference()))
            .field(
                Field.required(
                    "operations", "What is done with it, in this order.", new OperationsForm()))
            .output("output")
            .build();

    public V1() {
      super(MANIFEST, context -> new PropertyDefinition());
    }
  }

  @Override
  public BlockResult run(StepInput input) {
    OperationChain operations = (OperationChain) input.value("operations");
    return BlockResult.of(operations.apply(input.value("data"), Map.of(), input.limits()));
  }
}
