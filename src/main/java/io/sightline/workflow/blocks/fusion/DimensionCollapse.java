package io.sightline.workflow.blocks.fusion;

import io.sightline.workflow.block.Block;
import io.sightline.workflow.block.BlockResult;
import io.sightline.workflow.block.DeclaredType;
import io.sightline.workflow.block.Field;
import io.sightline.workflow.block.Forms;
import io.sightline.workflow.block.Kind;
import io.sightline.workflow.block.Manifest;
import io.sightline.workflow.block.StepInput;

/** The elements of the innermost dimension as one list. */
final class DimensionCollapse implements Block {
  /** Version 1. */
  public static final class V1 extends DeclaredType {
    private static final Manifest MANIFEST =
        Manifest.of("roboflow_core/dimension_collapse@v1", "DimensionCollapse")
            .described(
                "Dimension Collapse",
                "fusion",
                "The elements of the innermost dimension, such as those of all crops, as one list.")
            .field(Field.required("data", "What to make a list of.", Forms.reference()))
            .output("output", Kind.LIST_OF_VALUES)
            .outputOffset(-1)
            .build();

    public V1() {
      super(MANIFEST, context -> new DimensionCollapse());
    }
  }

  @Override
  public BlockResult run(StepInput input) {
    return BlockResult.of(input.list("data"));
  }
}
