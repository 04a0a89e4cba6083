package io.sightline.workflow.blocks.geometry;

import io.sightline.vision.Mask;
import io.sightline.workflow.block.BlockException;

/** How much memory the masks may take that one run makes. */
final class MaskBudget {
  private static final long MAX_PIXELS = 4L * Plane.MAX_PIXELS;

  private long spent;

  /**
   * Counts a mask in, by the pixels of the rectangle around it.
   *
   * @throws BlockException where all of them together are too large
   */
  void spend(Mask mask) {
    spent += mask == null ? 0 : (long) mask.width() * mask.height();
    if (spent > MAX_PIXELS) {
      throw new BlockException(
          "the masks of one run have more than %d pixels together".formatted(MAX_PIXELS));
    }
  }
}
