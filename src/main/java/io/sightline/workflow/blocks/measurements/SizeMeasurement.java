package io.sightline.workflow.blocks.measurements;

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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Measures objects by another one whose size is known. */
final class SizeMeasurement implements Block {
  private static final int MAX_CORNERS = 100_000;

  /** Version 1. */
  public static final class V1 extends DeclaredType {
    private static final Manifest MANIFEST =
        Manifest.of("roboflow_core/size_measurement@v1")
            .described(
                "Size Measurement",
                "transformation",
                "Measures the width and height of objects by one whose size is known.")
            .field(MeasurementFields.detections("object_predictions", "The objects to measure."))
            .field(
                Field.required(
                    "reference_predictions",
                    "Detections, of which the surest is the object of known size, or its corners.",
                    Forms.reference(
                        Kind.INSTANCE_SEGMENTATION_PREDICTION,
                        Kind.OBJECT_DETECTION_PREDICTION,
                        Kind.LIST_OF_VALUES),
                    Forms.list(0, Forms.any())))
            .field(
                Field.required(
                    "reference_dimensions",
                    "Its width and height, as a list of two numbers or as text: 5.0,3.0.",
                    Forms.text(),
                    Forms.list(0, Forms.number()),
                    Forms.reference(Kind.STRING, Kind.LIST_OF_VALUES)))
            .output("dimensions", Kind.LIST_OF_VALUES)
            .build();

    public V1() {
      super(MANIFEST, context -> new SizeMeasurement());
    }
  }

  @Override
  public BlockResult run(StepInput input) {
    Extent known = known(input.value("reference_dimensions"));
    Extent reference = reference(input.value("reference_predictions"));
    if (reference == null || reference.width() == 0 || reference.height() == 0) {
      return BlockResult.of((Object) null);
    }
    double across = known.width() / reference.width();
    double down = known.height() / reference.height();
    List<Object> all = new ArrayList<>();
    for (Detection detection : input.detections("object_predictions")) {
      Extent extent = Extent.of(detection);
      boolean measured = extent != null && !extent.isEmpty();
      all.add(measured ? size(extent.width() * across, extent.height() * down) : null);
    }
    return BlockResult.of(all);
  }

  private static Map<String, Object> size(double width, double height) {
    Map<String, Object> size = new LinkedHashMap<>();
    size.put("width", width);
    size.put("height", height);
    size.put("longer", Math.max(width, height));
    size.put("shorter", Math.min(width, height));
    return size;
  }

  /** The extent of the surest detection or of the polygon; null where there is none. */
  private static Extent reference(Object value) {
    if (value instanceof Detections detections) {
      Detection surest = null;
      for (Detection detection : detections) {
        if (surest == null || detection.confidence() > surest.confidence()) {
          surest = detection;
        }
      }
      return surest == null ? null : Extent.of(surest);
    }
    if (!(value instanceof List<?> corners)) {
      throw new BlockException("reference_predictions must be detections or a list of corners");
    }
    if (corners.size() > MAX_CORNERS) {
      throw new BlockException(
          "reference_predictions must have at most %d corners, not %d"
              .formatted(MAX_CORNERS, corners.size()));
    }
    return Extent.of(corners);
  }

  private static Extent known(Object value) {
    if (value instanceof String text) {
      String[] parts = text.split(",", -1);
      if (parts.length != 2) {
        throw new BlockException(
            "reference_dimensions must be a string in the format 'width,height'");
      }
      return new Extent(number(parts[0]), number(parts[1]));
    }
    if (value instanceof List<?> list
        && list.size() == 2
        && list.get(0) instanceof Number width
        && list.get(1) instanceof Number height) {
      return new Extent(width.doubleValue(), height.doubleValue());
    }
    throw new BlockException("reference_dimensions must have two values (width, height)");
  }

  private static double number(String text) {
    boolean plain = text.length() <= 100 && text.chars().noneMatch(Character::isLetter);
    boolean exponent = text.length() <= 100 && text.strip().matches("[-+.0-9]+[eE][-+]?[0-9]+");
    try {
      if (plain || exponent) {
        return Double.parseDouble(text.strip());
      }
    } catch (NumberFormatException e) {
      // told below, as for everything else that is no number
    }
    throw new BlockException("Invalid format for reference_dimensions");
  }
}
