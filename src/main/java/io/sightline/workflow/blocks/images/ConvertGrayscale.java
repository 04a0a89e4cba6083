package io.sightline.workflow.blocks.images;

import io.sightline.workflow.block.Block;
import io.sightline.workflow.block.BlockResult;
import io.sightline.workflow.block.DeclaredType;
import io.sightline.workflow.block.Kind;
import io.sightline.workflow.block.Manifest;
import io.sightline.workflow.block.StepInput;

/** Makes pictures grey, one channel. */
final class ConvertGrayscale implements Block {
  /** Version 1. A picture that is grey already stays so; Roboflow's engine refuses it. */
  public static final class V1 extends DeclaredType {
    private static final Manifest MANIFEST =
        ImageFields.manifest(
                "convert_grayscale@v1", "Image Convert Grayscale", "Makes a picture grey.")
            .field(ImageFields.image())
            .output("image", Kind.IMAGE)
            .remark("a grey picture stays as it is")
            .build();

    public V1() {
      super(MANIFEST, context -> new ConvertGrayscale());
    }
  }

  @Override
  public BlockResult run(StepInput input) {
    return BlockResult.of(Pictures.grey(input, input.image("image")));
  }
}
