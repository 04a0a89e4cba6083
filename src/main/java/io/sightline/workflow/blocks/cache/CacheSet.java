package io.sightline.workflow.blocks.cache;

import io.sightline.workflow.block.Block;
import io.sightline.workflow.block.BlockResult;
import io.sightline.workflow.block.DeclaredType;
import io.sightline.workflow.block.Field;
import io.sightline.workflow.block.Forms;
import io.sightline.workflow.block.Kind;
import io.sightline.workflow.block.Manifest;
import io.sightline.workflow.block.StepInput;

/** Stores a value under a name. */
final class CacheSet implements Block {
  /** Version 1. */
  public static final class V1 extends DeclaredType {
    private static final Manifest MANIFEST =
        Manifest.of("roboflow_core/cache_set@v1")
            .described(
                "Cache Set",
                "fusion",
                "Stores a value under a name, for cache_get in the same workflow and video.")
            .field(CacheFields.image())
            .field(CacheFields.key())
            .field(
                Field.required(
                    "value", "The value.", Forms.reference(Kind.WILDCARD, Kind.LIST_OF_VALUES)))
            .output("output")
            .remark("one memory for each workflow, not for the whole server")
            .build();

    public V1() {
      super(MANIFEST, context -> new CacheSet(CacheFields.memory(context)));
    }
  }

  private final CacheMemory memory;

  CacheSet(CacheMemory memory) {
    this.memory = memory;
  }

  @Override
  public BlockResult run(StepInput input) {
    Object value = input.value("value");
    memory.put(CacheFields.video(input), input.text("key"), value);
    return BlockResult.of(value);
  }
}
