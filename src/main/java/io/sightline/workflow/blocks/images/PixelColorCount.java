package io.sightline.workflow.blocks.images;

import io.sightline.vision.Image;
import io.sightline.workflow.block.Block;
import io.sightline.workflow.block.BlockException;
import io.sightline.workflow.block.BlockResult;
import io.sightline.workflow.block.DeclaredType;
import io.sightline.workflow.block.Field;
import io.sightline.workflow.block.Forms;
import io.sightline.workflow.block.Kind;
import io.sightline.workflow.block.Manifest;
import io.sightline.workflow.block.StepInput;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;

/** Counts the pixels of about a colour. */
final class PixelColorCount implements Block {
  private final Mat matching = new Mat();

  /** Version 1. */
  public static final class V1 extends DeclaredType {
    private static final Manifest MANIFEST =
        ImageFields.manifest(
                "pixel_color_count@v1",
                "Pixel Color Count",
                "Counts the pixels whose colour is about the one given.")
            .field(ImageFields.image())
            .field(
                Field.required(
                    "target_color",
                    "The colour: #RRGGBB, #RGB, (R, G, B) or a list of red, green and blue.",
                    Forms.reference(Kind.STRING, Kind.RGB_COLOR),
                    Forms.text(),
                    Forms.list(3, Forms.wholeNumber())))
            .field(
                ImageFields.wholeNumber(
                    "tolerance", 10, "How much each channel may differ from the colour's."))
            .output("matching_pixels_count", Kind.INTEGER)
            .build();

    public V1() {
      super(MANIFEST, context -> new PixelColorCount());
    }
  }

  @Override
  public BlockResult run(StepInput input) {
    Image image = input.image("image");
    if (image.channels() != 3) {
      throw new BlockException("the pixels of a grey picture have no colour to count");
    }
    int[] rgb = TargetColor.parse(input.value("target_color"));
    double tolerance = input.wholeNumber("tolerance");
    try (Scalar low = around(rgb, -tolerance);
        Scalar high = around(rgb, tolerance);
        Mat lower = new Mat(low);
        Mat upper = new Mat(high)) {
      opencv_core.inRange(image.pixels(), lower, upper, matching);
      return BlockResult.of(opencv_core.countNonZero(matching));
    }
  }

  private static Scalar around(int[] rgb, double distance) {
    return new Scalar(rgb[2] + distance, rgb[1] + distance, rgb[0] + distance, 0);
  }

  @Override
  public void close() {
    matching.close();
  }
}
