package io.sightline.workflow.blocks.cache;

import io.sightline.workflow.block.Block;
import io.sightline.workflow.block.BlockResult;
import io.sightline.workflow.block.DeclaredType;
import io.sightline.workflow.block.Manifest;
import io.sightline.workflow.block.StepInput;

/** Fetches the value that is stored under a name. */
final class CacheGet implements Block {
  /** Version 1. */
  public static final class V1 extends DeclaredType {
    private static final Manifest MANIFEST =
        Manifest.of("roboflow_core/cache_get@v1")
            .described(
                "Cache Get",
                "fusion",
                "Fetches what cache_set has stored under a name; false where there is nothing.")
            .field(CacheFields.image())
            .field(CacheFields.key())
            .output("output")
            .remark("one memory for each workflow, not for the whole server")
            .build();

    public V1() {
      super(MANIFEST, context -> new CacheGet(CacheFields.memory(context)));
    }
  }

  private final CacheMemory memory;

  CacheGet(CacheMemory memory) {
    this.memory = memory;
  }

  @Override
  public BlockResult run(StepInput input) {
    Object value = memory.get(CacheFields.video(input), input.text("key"), input.images());
    return BlockResult.of(value == null ? Boolean.FALSE : value);
  }
}
