package io.sightline.workflow.blocks.visualizations;

import io.sightline.vision.Canvas;
import io.sightline.vision.Image;
import io.sightline.vision.VisionException;
import io.sightline.workflow.block.Block;
import io.sightline.workflow.block.BlockException;
import io.sightline.workflow.block.BlockResult;
import io.sightline.workflow.block.StepInput;

/** Takes the picture that comes in, or a copy of it, has a painter draw on it and hands it on. */
final class DrawingBlock implements Block {
  private final Painter painter;
  private final boolean keepsInput;
  private final Canvas canvas = new Canvas();

  /**
   * @param keepsInput whether the picture that comes in stays as it is even where the field
   *     copy_image says that it need not
   */
  DrawingBlock(Painter painter, boolean keepsInput) {
    this.painter = painter;
    this.keepsInput = keepsInput;
  }

  @Override
  public BlockResult run(StepInput input) {
    boolean copies = keepsInput || input.flag("copy_image");
    Image target = copies ? input.writable("image") : input.shared("image");
    try {
      painter.paint(input, canvas.on(target));
    } catch (VisionException e) {
      throw new BlockException(e.getMessage());
    }
    return BlockResult.of(target);
  }

  @Override
  public void close() {
    painter.close();
    canvas.close();
  }
}
