package io.sightline.workflow.blocks.formatters;

import io.sightline.workflow.block.Block;
import io.sightline.workflow.block.BlockResult;
import io.sightline.workflow.block.DeclaredType;
import io.sightline.workflow.block.Field;
import io.sightline.workflow.block.Forms;
import io.sightline.workflow.block.Manifest;
import io.sightline.workflow.block.StepInput;

/** The first of several values that there is, to join branches of which one was taken. */
final class FirstNonEmptyOrDefault implements Block {
  /** Version 1. */
  public static final class V1 extends DeclaredType {
    private static final Manifest MANIFEST =
        Manifest.of("roboflow_core/first_non_empty_or_default@v1", "FirstNonEmptyOrDefault")
            .described(
                "First Non Empty Or Default",
                "formatter",
                "The first of several values that there is, to join branches.")
            .field(
                Field.required(
                    "data", "The values, best ones first.", Forms.list(1, Forms.reference())))
            .field(Field.optional("default", null, "The value where there is none.", Forms.any()))
            .output("output")
            .acceptsEmptyValues()
            .build();

    public V1() {
      super(MANIFEST, context -> new FirstNonEmptyOrDefault());
    }
  }

  @Override
  public BlockResult run(StepInput input) {
    for (Object value : input.list("data")) {
      if (value != null) {
        return BlockResult.of(value);
      }
    }
    return BlockResult.of(input.value("default"));
  }
}
