package io.sightline.workflow.blocks.images;

import io.sightline.vision.Image;
import io.sightline.workflow.block.Block;
import io.sightline.workflow.block.BlockException;
import io.sightline.workflow.block.BlockResult;
import io.sightline.workflow.block.DeclaredType;
import io.sightline.workflow.block.Kind;
import io.sightline.workflow.block.Manifest;
import io.sightline.workflow.block.StepInput;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/** Grows and shrinks what is bright on pictures. */
final class MorphologicalTransformation implements Block {
  private static final int MAX_KERNEL = 1023;

  /** What OpenCV takes for a kernel of size 0. */
  private static final int SMALLEST = 3;

  private static final String BOTH = "Opening then Closing";
  private static final String[] GREY_OPERATIONS = {
    "Erosion", "Dilation", "Opening", "Closing", "Gradient", "Top Hat", "Black Hat"
  };
  private static final String[] COLOR_OPERATIONS = {
    "Erosion", "Dilation", "Opening", "Closing", BOTH, "Gradient", "Top Hat", "Black Hat"
  };

  private final boolean color;
  private Mat kernel = new Mat();

  private MorphologicalTransformation(boolean color) {
    this.color = color;
  }

  private static Manifest manifest(
      String type, String description, String defaultOperation, String... operations) {
    return ImageFields.manifest(type, "Morphological Transformation", description)
        .field(ImageFields.image())
        .field(ImageFields.wholeNumber("kernel_size", 5, "Side of the square kernel, pixels."))
        .field(ImageFields.choice("operation", defaultOperation, "What to do.", operations))
        .output("image", Kind.IMAGE)
        .heavy()
        .build();
  }

  /** Version 1: grey pictures come out. */
  public static final class V1 extends DeclaredType {
    private static final Manifest MANIFEST =
        MorphologicalTransformation.manifest(
            "morphological_transformation@v1",
            "Grows and shrinks what is bright on a picture, in grey.",
            "Closing",
            GREY_OPERATIONS);

    public V1() {
      super(MANIFEST, context -> new MorphologicalTransformation(false));
    }
  }

  /** Version 2: pictures in colour come out. */
  public static final class V2 extends DeclaredType {
    private static final Manifest MANIFEST =
        MorphologicalTransformation.manifest(
            "morphological_transformation@v2",
            "Grows and shrinks what is bright on a picture, in each colour.",
            BOTH,
            COLOR_OPERATIONS);

    public V2() {
      super(MANIFEST, context -> new MorphologicalTransformation(true));
    }
  }

  @Override
  public BlockResult run(StepInput input) {
    int given = ImageFields.within(input, "kernel_size", 0, MAX_KERNEL);
    size(given == 0 ? SMALLEST : given);
    Image from = input.image("image");
    Image image = color ? Pictures.color(input, from) : Pictures.grey(input, from);
    apply(input.text("operation"), image.pixels());
    return BlockResult.of(image);
  }

  private void size(int side) {
    if (kernel.rows() != side) {
      kernel.close();
      try (Size size = new Size(side, side)) {
        kernel = opencv_imgproc.getStructuringElement(opencv_imgproc.MORPH_RECT, size);
      }
    }
  }

  private void apply(String operation, Mat pixels) {
    switch (operation) {
      case "Erosion" -> apply(pixels, opencv_imgproc.MORPH_ERODE);
      case "Dilation" -> apply(pixels, opencv_imgproc.MORPH_DILATE);
      case "Opening" -> apply(pixels, opencv_imgproc.MORPH_OPEN);
      case "Closing" -> apply(pixels, opencv_imgproc.MORPH_CLOSE);
      case "Gradient" -> apply(pixels, opencv_imgproc.MORPH_GRADIENT);
      case "Top Hat" -> apply(pixels, opencv_imgproc.MORPH_TOPHAT);
      case "Black Hat" -> apply(pixels, opencv_imgproc.MORPH_BLACKHAT);
      default -> {
        if (!color || !operation.equals(BOTH)) {
          throw unknown(operation);
        }
        apply(pixels, opencv_imgproc.MORPH_OPEN);
        apply(pixels, opencv_imgproc.MORPH_CLOSE);
      }
    }
  }

  private void apply(Mat pixels, int operation) {
    opencv_imgproc.morphologyEx(pixels, pixels, operation, kernel);
  }

  private BlockException unknown(String operation) {
    String supported =
        Arrays.stream(color ? COLOR_OPERATIONS : GREY_OPERATIONS)
            .map(o -> "'" + o + "'")
            .collect(Collectors.joining(", "));
    return new BlockException(
        "Invalid operation: %s. Supported operations are %s.".formatted(operation, supported));
  }

  @Override
  public void close() {
    kernel.close();
  }
}
