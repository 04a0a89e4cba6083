package io.sightline.workflow.blocks.visualizations;

import io.sightline.workflow.block.Block;
import io.sightline.workflow.block.BlockContext;
import io.sightline.workflow.block.BlockType;
import io.sightline.workflow.block.Manifest;
import java.util.function.Supplier;

/** The type of a block that draws: its manifest, and where its painters come from. */
abstract class DrawingType implements BlockType {
  private final Manifest manifest;
  private final Supplier<Painter> painters;

  /**
   * @param manifest begun with {@link DrawingFields#drawing}
   * @param painters makes the painter of a step
   */
  DrawingType(Manifest.Builder manifest, Supplier<Painter> painters) {
    this.manifest = manifest.build();
    this.painters = painters;
  }

  @Override
  public final Manifest manifest() {
    return manifest;
  }

  @Override
  public Block create(BlockContext context) {
    return new DrawingBlock(painters.get(), keepsInput());
  }

  /** Whether the picture that comes in is never drawn on, as with blocks that blend the whole. */
  boolean keepsInput() {
    return false;
  }
}
