package io.sightline.workflow.blocks.images;

import io.sightline.vision.Contrast;
import io.sightline.vision.Image;
import io.sightline.vision.Pixels;
import io.sightline.workflow.block.Block;
import io.sightline.workflow.block.BlockException;
import io.sightline.workflow.block.BlockResult;
import io.sightline.workflow.block.DeclaredType;
import io.sightline.workflow.block.Kind;
import io.sightline.workflow.block.Manifest;
import io.sightline.workflow.block.StepInput;

/** Spreads the levels of pictures. */
final class ContrastEqualization implements Block {
  private final Pixels pixels = new Pixels();

  /** Version 1. */
  public static final class V1 extends DeclaredType {
    private static final Manifest MANIFEST =
        ImageFields.manifest(
                "contrast_equalization@v1",
                "Contrast Equalization",
                "Spreads the levels of a picture.")
            .field(ImageFields.image())
            .field(
                ImageFields.choice(
                    "equalization_type",
                    "Histogram Equalization",
                    "How to spread them.",
                    "Contrast Stretching",
                    "Histogram Equalization",
                    "Adaptive Equalization"))
            .output("image", Kind.IMAGE)
            .heavy()
            .build();

    public V1() {
      super(MANIFEST, context -> new ContrastEqualization());
    }
  }

  @Override
  public BlockResult run(StepInput input) {
    Image image = input.image("image");
    String type = input.text("equalization_type");
    byte[] bytes = pixels.read(image.pixels());
    Contrast contrast =
        Contrast.named(type)
            .orElseThrow(
                () ->
                    new BlockException(
                        "contrast equalization type `%s` not implemented!".formatted(type)));
    contrast.apply(bytes, image.width(), image.height(), image.channels());
    Image spread = Pictures.alike(input, image);
    pixels.write(spread.pixels());
    return BlockResult.of(spread);
  }
}
