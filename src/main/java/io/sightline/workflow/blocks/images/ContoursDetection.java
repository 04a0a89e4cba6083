package io.sightline.workflow.blocks.images;

import io.sightline.vision.Image;
import io.sightline.workflow.block.Block;
import io.sightline.workflow.block.BlockResult;
import io.sightline.workflow.block.DeclaredType;
import io.sightline.workflow.block.Kind;
import io.sightline.workflow.block.Manifest;
import io.sightline.workflow.block.StepInput;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.MatVector;
import org.bytedeco.opencv.opencv_core.Point;
import org.bytedeco.opencv.opencv_core.Scalar;

/** Finds the outer outlines of bright areas and draws them. */
final class ContoursDetection implements Block {
  private static final int MAX_THICKNESS = 100;
  private static final double MAX_DRAWING = 5e9;

  private final Scalar violet = new Scalar(255, 0, 255, 0);

  /** Version 1. */
  public static final class V1 extends DeclaredType {
    private static final Manifest MANIFEST =
        ImageFields.manifest(
                "contours_detection@v1",
                "Image Contours",
                "Finds the outer outlines of what is not black.")
            .field(ImageFields.image())
            .field(
                ImageFields.wholeNumber(
                    "line_thickness", 3, "Thickness of the drawn outlines, pixels."))
            .output("image", Kind.IMAGE)
            .output("contours", Kind.CONTOURS)
            .output("hierarchy", Kind.NUMPY_ARRAY)
            .output("number_contours", Kind.INTEGER)
            .heavy()
            .build();

    public V1() {
      super(MANIFEST, context -> new ContoursDetection());
    }
  }

  @Override
  public BlockResult run(StepInput input) {
    int given = input.wholeNumber("line_thickness");
    int thickness =
        given < 0
            ? opencv_imgproc.FILLED
            : ImageFields.within(input, "line_thickness", 0, MAX_THICKNESS);
    Image image = input.image("image");
    try (Mat grey = Pictures.greyPixels(image);
        MatVector found = new MatVector();
        Mat hierarchy = new Mat()) {
      opencv_imgproc.findContours(
          grey, found, hierarchy, opencv_imgproc.RETR_EXTERNAL, opencv_imgproc.CHAIN_APPROX_SIMPLE);
      Image drawn = input.create(image, image.width(), image.height(), 3);
      opencv_imgproc.cvtColor(grey, drawn.pixels(), opencv_imgproc.COLOR_GRAY2BGR);
      List<Object> contours = contours(found);
      draw(drawn, found, contours, thickness);
      return BlockResult.of(drawn, contours, hierarchy(hierarchy), contours.size());
    }
  }

  private void draw(Image image, MatVector found, List<Object> contours, int thickness) {
    double points = contours.stream().mapToInt(c -> ((NumberArray) c).size()).sum();
    ImageFields.bound("line_thickness " + thickness, points * thickness * thickness, MAX_DRAWING);
    try (Mat none = new Mat();
        Point origin = new Point(0, 0)) {
      opencv_imgproc.drawContours(
          image.pixels(),
          found,
          -1,
          violet,
          thickness,
          opencv_imgproc.LINE_8,
          none,
          Integer.MAX_VALUE,
          origin);
    }
  }

  private static List<Object> contours(MatVector found) {
    List<Object> contours = new ArrayList<>((int) found.size());
    for (long i = 0; i < found.size(); i++) {
      try (Mat contour = found.get(i)) {
        int[] flat = ints(contour, contour.rows() * 2);
        contours.add(NumberArray.of(flat, contour.rows(), 1, 2));
      }
    }
    return contours;
  }

  /**
   * For each outline the next, the one before, the first inside and the one around; null for none.
   */
  private static Object hierarchy(Mat hierarchy) {
    if (hierarchy.empty()) {
      return null;
    }
    return NumberArray.of(ints(hierarchy, hierarchy.cols() * 4), 1, hierarchy.cols(), 4);
  }

  private static int[] ints(Mat mat, int count) {
    int[] numbers = new int[count];
    try (IntPointer data = new IntPointer(mat.data())) {
      data.get(numbers);
    }
    return numbers;
  }

  @Override
  public void close() {
    violet.close();
  }
}
