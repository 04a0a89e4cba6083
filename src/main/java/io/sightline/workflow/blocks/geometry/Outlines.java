package io.sightline.workflow.blocks.geometry;

import io.sightline.vision.Detection;
import io.sightline.vision.Mask;
import io.sightline.vision.Polygons;
import io.sightline.workflow.block.BlockException;

/** The outlines of objects, without which they cannot be reshaped. */
final class Outlines {
  private Outlines() {}

  static Mask mask(Detection detection) {
    if (detection.mask() == null) {
      throw new BlockException("detection '%s' has no mask".formatted(detection.id()));
    }
    return detection.mask();
  }

  /** The outline with the most points. */
  static int[][] longest(Mask mask) {
    int[][] longest = Polygons.longest(mask.contours());
    if (longest == null) {
      throw new BlockException("a mask has no outline of at least 3 points");
    }
    return longest;
  }
}
