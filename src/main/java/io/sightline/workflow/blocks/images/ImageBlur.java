package io.sightline.workflow.blocks.images;

import io.sightline.vision.Image;
import io.sightline.workflow.block.Block;
import io.sightline.workflow.block.BlockException;
import io.sightline.workflow.block.BlockResult;
import io.sightline.workflow.block.DeclaredType;
import io.sightline.workflow.block.Kind;
import io.sightline.workflow.block.Manifest;
import io.sightline.workflow.block.StepInput;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/** Blurs pictures. */
final class ImageBlur implements Block {
  private static final int MAX_KERNEL = 1023;

  /** Beyond it the counters of the median's histogram, 16 bits, would overflow. */
  private static final int MAX_MEDIAN_KERNEL = 255;

  private static final int BILATERAL_SIGMA = 75;

  /** The diameter that OpenCV derives from the sigma where it gets none. */
  private static final int DERIVED_DIAMETER = 225;

  private static final double MAX_GAUSSIAN_WORK = 6e9;
  private static final double MAX_BILATERAL_WORK = 2e10;

  /** Version 1. */
  public static final class V1 extends DeclaredType {
    private static final Manifest MANIFEST =
        ImageFields.manifest("image_blur@v1", "Image Blur", "Blurs a picture.")
            .field(ImageFields.image())
            .field(
                ImageFields.choice(
                    "blur_type",
                    "gaussian",
                    "How to blur.",
                    "average",
                    "gaussian",
                    "median",
                    "bilateral"))
            .field(
                ImageFields.wholeNumber(
                    "kernel_size", 5, "Side of the neighbourhood of a pixel, pixels."))
            .output("image", Kind.IMAGE)
            .heavy()
            .build();

    public V1() {
      super(MANIFEST, context -> new ImageBlur());
    }
  }

  @Override
  public BlockResult run(StepInput input) {
    Image image = input.image("image");
    Image blurred = Pictures.alike(input, image);
    blur(input, image.pixels(), blurred.pixels());
    return BlockResult.of(blurred);
  }

  private static void blur(StepInput input, Mat from, Mat to) {
    String type = input.text("blur_type");
    switch (type) {
      case "average" -> {
        int side = ImageFields.within(input, "kernel_size", 1, MAX_KERNEL);
        try (Size size = new Size(side, side)) {
          opencv_imgproc.blur(from, to, size);
        }
      }
      case "gaussian" -> {
        int side = odd(input, MAX_KERNEL);
        ImageFields.bound(
            "kernel_size " + side, 2.0 * side * from.total() * from.channels(), MAX_GAUSSIAN_WORK);
        try (Size size = new Size(side, side)) {
          opencv_imgproc.GaussianBlur(from, to, size, 0);
        }
      }
      case "median" -> opencv_imgproc.medianBlur(from, to, odd(input, MAX_MEDIAN_KERNEL));
      case "bilateral" -> {
        int diameter =
            Math.max(0, ImageFields.within(input, "kernel_size", -MAX_KERNEL, MAX_KERNEL));
        double taps = Math.pow(diameter == 0 ? DERIVED_DIAMETER : diameter, 2);
        ImageFields.bound(
            "kernel_size " + diameter, taps * from.rows() * from.cols(), MAX_BILATERAL_WORK);
        opencv_imgproc.bilateralFilter(from, to, diameter, BILATERAL_SIGMA, BILATERAL_SIGMA);
      }
      default -> throw new BlockException("Unknown blur type: " + type);
    }
  }

  /** The next odd number above 0. */
  private static int odd(StepInput input, int max) {
    return ImageFields.within(input, "kernel_size", Integer.MIN_VALUE, max) <= 1
        ? 1
        : input.wholeNumber("kernel_size") | 1;
  }
}
