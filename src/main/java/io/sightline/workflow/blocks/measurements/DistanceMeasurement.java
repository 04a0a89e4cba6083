package io.sightline.workflow.blocks.measurements;

import io.sightline.vision.BoundingBox;
import io.sightline.vision.Detection;
import io.sightline.vision.Detections;
import io.sightline.workflow.block.Block;
import io.sightline.workflow.block.BlockException;
import io.sightline.workflow.block.BlockResult;
import io.sightline.workflow.block.DeclaredType;
import io.sightline.workflow.block.Field;
import io.sightline.workflow.block.Forms;
import io.sightline.workflow.block.Kind;
import io.sightline.workflow.block.Manifest;
import io.sightline.workflow.block.StepInput;

/** Measures the gap between the boxes of two objects. */
final class DistanceMeasurement implements Block {
  private static final String BY_OBJECT = "reference object";

  /** Version 1. */
  public static final class V1 extends DeclaredType {
    private static final Manifest MANIFEST =
        Manifest.of("roboflow_core/distance_measurement@v1")
            .described(
                "Distance Measurement",
                "classical_computer_vision",
                "Measures the gap between two objects, in pixels and in centimetres.")
            .field(MeasurementFields.detections("predictions", "The two objects among others."))
            .field(Field.required("object_1_class_name", "The one object's class.", Forms.text()))
            .field(Field.required("object_2_class_name", "The other object's class.", Forms.text()))
            .field(
                Field.required(
                    "reference_axis",
                    "Whether the gap is measured along x or along y.",
                    Forms.oneOf("horizontal", "vertical")))
            .field(
                Field.required(
                    "calibration_method",
                    "Whether an object of known size tells the scale, or pixel_ratio.",
                    Forms.oneOf(BY_OBJECT, "pixel to centimeter")))
            .field(
                Field.optional(
                    "reference_object_class_name",
                    "reference-object",
                    "The class of the object of known size.",
                    Forms.text(),
                    Forms.reference(Kind.STRING)))
            .field(positive("reference_width", 2.5, "Its width, centimetres."))
            .field(positive("reference_height", 2.5, "Its height, centimetres."))
            .field(positive("pixel_ratio", 100.0, "Pixels of a centimetre."))
            .output("distance_cm", Kind.INTEGER)
            .output("distance_pixel", Kind.INTEGER)
            .build();

    private static Field positive(String name, double defaultValue, String description) {
      return Field.optional(
          name, defaultValue, description, Forms.above(0), Forms.reference(Kind.FLOAT));
    }

    public V1() {
      super(MANIFEST, context -> new DistanceMeasurement());
    }
  }

  /** A box at whole pixels. */
  private record Corners(long x1, long y1, long x2, long y2) {
    static Corners of(BoundingBox box) {
      return new Corners(
          (long) Math.rint(box.x1()),
          (long) Math.rint(box.y1()),
          (long) Math.rint(box.x2()),
          (long) Math.rint(box.y2()));
    }

    boolean touches(Corners other) {
      return x2 >= other.x1 && other.x2 >= x1 && y2 >= other.y1 && other.y2 >= y1;
    }

    /** Below 0 where they have none along that axis. */
    long gap(Corners other, boolean horizontal) {
      if (horizontal) {
        return x1 < other.x2 && x2 > other.x1 ? -1 : gap(x1, x2, other.x1, other.x2);
      }
      return y1 < other.y2 && y2 > other.y1 ? -1 : gap(y1, y2, other.y1, other.y2);
    }

    private static long gap(long from1, long to1, long from2, long to2) {
      return Math.abs(from2 > to1 ? from2 - to1 : from1 - to2);
    }
  }

  @Override
  public BlockResult run(StepInput input) {
    Detections detections = input.detections("predictions");
    Corners[] pair =
        pair(detections, input.text("object_1_class_name"), input.text("object_2_class_name"));
    long gap = pair[0].gap(pair[1], input.text("reference_axis").equals("horizontal"));
    if (gap < 0 || pair[0].touches(pair[1])) {
      return BlockResult.of(0, 0);
    }
    return BlockResult.of(gap / pixelsOfCentimetre(input, detections), gap);
  }

  /** The last boxes of the two classes until both are found. */
  private static Corners[] pair(Detections detections, String class1, String class2) {
    BoundingBox box1 = null;
    BoundingBox box2 = null;
    for (Detection detection : detections) {
      if (detection.className().equals(class1)) {
        box1 = detection.box();
      } else if (detection.className().equals(class2)) {
        box2 = detection.box();
      }
      if (box1 != null && box2 != null) {
        return new Corners[] {Corners.of(box1), Corners.of(box2)};
      }
    }
    throw new BlockException(
        "Reference class '%s' or '%s' not found in predictions.".formatted(class1, class2));
  }

  private static double pixelsOfCentimetre(StepInput input, Detections detections) {
    if (!input.text("calibration_method").equals(BY_OBJECT)) {
      double ratio = input.number("pixel_ratio");
      if (!(ratio > 0)) {
        throw new BlockException("Pixel-to-centimeter ratio must be greater than zero.");
      }
      return ratio;
    }
    String wanted = input.text("reference_object_class_name");
    for (Detection detection : detections) {
      if (detection.className().equals(wanted)) {
        return ratio(input, Corners.of(detection.box()));
      }
    }
    throw new BlockException("Reference class '%s' not found in predictions.".formatted(wanted));
  }

  private static double ratio(StepInput input, Corners known) {
    double width = input.number("reference_width");
    double height = input.number("reference_height");
    if (!(width > 0 && height > 0)) {
      throw new BlockException("Reference object dimensions must be greater than zero.");
    }
    return (Math.abs(known.x2 - known.x1) / width + Math.abs(known.y2 - known.y1) / height) / 2;
  }
}
