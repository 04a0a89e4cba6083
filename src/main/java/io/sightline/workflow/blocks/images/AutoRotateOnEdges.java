package io.sightline.workflow.blocks.images;

import io.sightline.vision.Image;
import io.sightline.workflow.block.Block;
import io.sightline.workflow.block.BlockException;
import io.sightline.workflow.block.BlockResult;
import io.sightline.workflow.block.DeclaredType;
import io.sightline.workflow.block.Kind;
import io.sightline.workflow.block.Manifest;
import io.sightline.workflow.block.StepInput;
import org.bytedeco.javacpp.indexer.DoubleIndexer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;
import org.bytedeco.opencv.opencv_imgproc.CLAHE;

/** Turns pictures until their straight edges stand upright or lie level. */
final class AutoRotateOnEdges implements Block {
  /** Pictures whose greys deviate less from their mean have nothing to turn by. */
  private static final double FLAT = 3;

  private static final double CLIP_LIMIT = 3;
  private static final int TILES = 8;
  private static final int SMOOTHING = 5;
  private static final int MAX_RESOLUTION = 16_384;

  /** Version 1. */
  public static final class V1 extends DeclaredType {
    private static final Manifest MANIFEST =
        ImageFields.manifest(
                "auto_rotate_on_edges@v1",
                "Auto Rotate on Edges",
                "Turns a picture until its straight edges stand upright or lie level.")
            .field(ImageFields.image())
            .field(
                ImageFields.choice(
                    "target_orientation",
                    "vertical",
                    "How the edges are to be.",
                    "vertical",
                    "horizontal",
                    "either"))
            .field(
                ImageFields.number(
                    "skip_below_degrees", 0.4, "Smaller angles leave the picture as it is."))
            .field(
                ImageFields.number(
                    "max_correction_degrees", 90, "Larger angles leave the picture as it is."))
            .field(
                ImageFields.positiveNumber(
                    "internal_resolution",
                    1000,
                    "Longer side of what edges are sought on, pixels."))
            .output("image", Kind.IMAGE)
            .output("angle", Kind.FLOAT)
            .heavy()
            .build();

    public V1() {
      super(MANIFEST, context -> new AutoRotateOnEdges());
    }
  }

  @Override
  public BlockResult run(StepInput input) {
    String target = input.text("target_orientation");
    if (!target.equals("vertical") && !target.equals("horizontal") && !target.equals("either")) {
      throw new BlockException(
          "target_orientation must be one of 'vertical', 'horizontal', 'either', got: '%s'"
              .formatted(target));
    }
    Image image = input.image("image");
    double angle = angle(input, image, target);
    if (Math.abs(angle) < input.number("skip_below_degrees")
        || Math.abs(angle) > input.number("max_correction_degrees")
        || Double.isNaN(angle)) {
      return BlockResult.of(image, 0.0);
    }
    return BlockResult.of(Rotation.rotate(input, image, angle), angle);
  }

  /** By how much to turn, degrees counter-clockwise; not a number where the edges say nothing. */
  private static double angle(StepInput input, Image image, String target) {
    int longest = ImageFields.within(input, "internal_resolution", 1, MAX_RESOLUTION);
    try (Mat grey = Pictures.greyPixels(image);
        Mat small = shrunk(grey, longest)) {
      if (deviation(small) < FLAT) {
        return Double.NaN;
      }
      try (Mat prepared = prepared(small)) {
        double edges = EdgeDirection.of(prepared);
        double wanted = target.equals("horizontal") ? edges - 90 : edges;
        return nearest(wanted, target.equals("either") ? 90 : 180);
      }
    }
  }

  private static Mat shrunk(Mat grey, int longest) {
    int larger = Math.max(grey.rows(), grey.cols());
    if (larger <= longest) {
      return new Mat(grey);
    }
    double scale = longest / (double) larger;
    Mat small = new Mat();
    try (Size size =
        new Size(
            (int) Math.max(1, Math.rint(grey.cols() * scale)),
            (int) Math.max(1, Math.rint(grey.rows() * scale)))) {
      opencv_imgproc.resize(grey, small, size, 0, 0, opencv_imgproc.INTER_AREA);
    }
    return small;
  }

  private static double deviation(Mat grey) {
    try (Mat mean = new Mat();
        Mat deviation = new Mat()) {
      opencv_core.meanStdDev(grey, mean, deviation);
      try (DoubleIndexer values = deviation.createIndexer()) {
        return values.get(0);
      }
    }
  }

  private static Mat prepared(Mat grey) {
    Mat floats = new Mat();
    try (Size tiles = new Size(TILES, TILES);
        CLAHE clahe = opencv_imgproc.createCLAHE(CLIP_LIMIT, tiles);
        Mat clear = new Mat();
        Mat smooth = new Mat();
        Size kernel = new Size(SMOOTHING, SMOOTHING)) {
      clahe.apply(grey, clear);
      opencv_imgproc.GaussianBlur(clear, smooth, kernel, 0);
      smooth.convertTo(floats, opencv_core.CV_32F);
    }
    return floats;
  }

  /** The same direction, from half a period below 0 to half a period above. */
  private static double nearest(double angle, double period) {
    double turned = angle - Math.floor(angle / period) * period;
    return turned > period / 2 ? turned - period : turned;
  }
}
