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
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;

/** Parts the pixels of pictures into bright and dark ones. */
final class ImageThreshold implements Block {
  private static final int NEIGHBOURHOOD = 11;
  private static final double BELOW_MEAN = 2;

  /** Version 1. */
  public static final class V1 extends DeclaredType {
    private static final Manifest MANIFEST =
        ImageFields.manifest(
                "threshold@v1", "Image Threshold", "Parts pixels into bright and dark ones.")
            .field(ImageFields.image())
            .field(
                ImageFields.choice(
                    "threshold_type",
                    "binary",
                    "What becomes of bright and dark pixels.",
                    "binary",
                    "binary_inv",
                    "trunc",
                    "tozero",
                    "tozero_inv",
                    "adaptive_mean",
                    "adaptive_gaussian",
                    "otsu"))
            .field(
                Field.required(
                    "thresh_value",
                    "Brighter pixels are bright, for types that do not find the value themselves.",
                    Forms.reference(Kind.INTEGER),
                    Forms.wholeNumber()))
            .field(ImageFields.wholeNumber("max_value", 255, "The value of bright pixels."))
            .output("image", Kind.IMAGE)
            .build();

    public V1() {
      super(MANIFEST, context -> new ImageThreshold());
    }
  }

  @Override
  public BlockResult run(StepInput input) {
    Image image = input.image("image");
    Image parted = Pictures.alike(input, image);
    part(input, image.pixels(), parted.pixels());
    return BlockResult.of(parted);
  }

  private static void part(StepInput input, Mat from, Mat to) {
    int value = input.wholeNumber("thresh_value");
    int max = input.wholeNumber("max_value");
    String type = input.text("threshold_type");
    switch (type) {
      case "binary" -> fixed(from, to, value, max, opencv_imgproc.THRESH_BINARY);
      case "binary_inv" -> fixed(from, to, value, max, opencv_imgproc.THRESH_BINARY_INV);
      case "trunc" -> fixed(from, to, value, max, opencv_imgproc.THRESH_TRUNC);
      case "tozero" -> fixed(from, to, value, max, opencv_imgproc.THRESH_TOZERO);
      case "tozero_inv" -> fixed(from, to, value, max, opencv_imgproc.THRESH_TOZERO_INV);
      case "adaptive_mean" -> adaptive(from, to, max, opencv_imgproc.ADAPTIVE_THRESH_MEAN_C, type);
      case "adaptive_gaussian" ->
          adaptive(from, to, max, opencv_imgproc.ADAPTIVE_THRESH_GAUSSIAN_C, type);
      case "otsu" -> {
        needGrey(from, type);
        fixed(from, to, 0, max, opencv_imgproc.THRESH_BINARY + opencv_imgproc.THRESH_OTSU);
      }
      default -> throw new BlockException("Unknown threshold type: " + type);
    }
  }

  private static void fixed(Mat from, Mat to, int value, int max, int type) {
    opencv_imgproc.threshold(from, to, value, max, type);
  }

  private static void adaptive(Mat from, Mat to, int max, int method, String type) {
    needGrey(from, type);
    opencv_imgproc.adaptiveThreshold(
        from, to, max, method, opencv_imgproc.THRESH_BINARY, NEIGHBOURHOOD, BELOW_MEAN);
  }

  private static void needGrey(Mat pixels, String type) {
    if (pixels.channels() != 1) {
      throw new BlockException(
          "threshold_type %s needs a grey picture: put a step that converts it to grayscale before"
                  .formatted(type)
              + " this one");
    }
  }
}
