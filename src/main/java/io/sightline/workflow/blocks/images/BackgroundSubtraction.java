package io.sightline.workflow.blocks.images;

import io.sightline.vision.Image;
import io.sightline.workflow.block.Block;
import io.sightline.workflow.block.BlockResult;
import io.sightline.workflow.block.DeclaredType;
import io.sightline.workflow.block.Kind;
import io.sightline.workflow.block.Manifest;
import io.sightline.workflow.block.StepInput;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;

/** Shows what differs from the background that the frames before had. */
final class BackgroundSubtraction implements Block {
  private final BackgroundModel background = new BackgroundModel();

  /** Version 1. */
  public static final class V1 extends DeclaredType {
    private static final Manifest MANIFEST =
        ImageFields.manifest(
                "background_subtraction@v1",
                "Background Subtraction",
                "White where a frame differs from the frames before, grey in shadows.")
            .field(ImageFields.image())
            .field(
                ImageFields.wholeNumber(
                    "threshold", 16, "Squared distance from which a pixel differs."))
            .field(ImageFields.wholeNumber("history", 30, "How many frames are remembered."))
            .output("image", Kind.IMAGE)
            .heavy()
            .build();

    public V1() {
      super(MANIFEST, context -> new BackgroundSubtraction());
    }
  }

  @Override
  public BlockResult run(StepInput input) {
    Image image = input.image("image");
    Mat mask =
        background.apply(image, input.wholeNumber("history"), input.wholeNumber("threshold"));
    Image shown = input.create(image, image.width(), image.height(), 3);
    opencv_imgproc.cvtColor(mask, shown.pixels(), opencv_imgproc.COLOR_GRAY2BGR);
    return BlockResult.of(shown);
  }

  @Override
  public void close() {
    background.close();
  }
}
