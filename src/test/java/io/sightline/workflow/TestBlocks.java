package io.sightline.workflow;

import io.sightline.workflow.block.Block;
import io.sightline.workflow.block.BlockContext;
import io.sightline.workflow.block.BlockType;
import io.sightline.workflow.block.Manifest;
import java.util.function.Function;

/** Types of blocks that tests make up. */
final class TestBlocks {
  private TestBlocks() {}

  private record Type(Manifest manifest, Function<BlockContext, Block> factory)
      implements BlockType {
    @Override
    public Block create(BlockContext context) {
      return factory.apply(context);
    }
  }

  /** A type whose steps all share one block. */
  static BlockType type(Manifest manifest, Block block) {
    return new Type(manifest, context -> block);
  }
}
