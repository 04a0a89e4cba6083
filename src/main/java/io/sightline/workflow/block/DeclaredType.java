package io.sightline.workflow.block;

import java.util.function.Function;

/** A type that is its manifest and what makes its blocks, nothing else. */
public abstract class DeclaredType implements BlockType {
  private final Manifest manifest;
  private final Function<BlockContext, ? extends Block> maker;

  /**
   * @param maker makes a block for one step; see {@link BlockType#create}
   */
  protected DeclaredType(Manifest manifest, Function<BlockContext, ? extends Block> maker) {
    this.manifest = manifest;
    this.maker = maker;
  }

  @Override
  public final Manifest manifest() {
    return manifest;
  }

  @Override
  public final Block create(BlockContext context) {
    return maker.apply(context);
  }
}
