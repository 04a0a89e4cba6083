package io.sightline.workflow.blocks.images;

import io.sightline.vision.Image;
import io.sightline.workflow.block.Block;
import io.sightline.workflow.block.BlockResult;
import io.sightline.workflow.block.DeclaredType;
import io.sightline.workflow.block.Kind;
import io.sightline.workflow.block.Manifest;
import io.sightline.workflow.block.StepInput;

/** Finds and describes places that are known again on other pictures. */
final class Sift implements Block {
  /** Version 1. Unlike Roboflow's, it does not draw on the picture that comes in. */
  public static final class V1 extends DeclaredType {
    private static final Manifest MANIFEST =
        ImageFields.manifest(
                "sift@v1", "SIFT", "Finds and describes places that are known again elsewhere.")
            .field(ImageFields.image())
            .output("image", Kind.IMAGE)
            .output("keypoints", Kind.IMAGE_KEYPOINTS)
            .output("descriptors", Kind.NUMPY_ARRAY)
            .heavy()
            .remark("does not draw on its input")
            .build();

    public V1() {
      super(MANIFEST, context -> new Sift());
    }
  }

  @Override
  public BlockResult run(StepInput input) {
    Image image = input.image("image");
    try (Features features = Features.of(image)) {
      Image drawn = input.create(image, image.width(), image.height(), 3);
      features.draw(drawn.pixels());
      return BlockResult.of(drawn, features.list(), features.array());
    }
  }
}
