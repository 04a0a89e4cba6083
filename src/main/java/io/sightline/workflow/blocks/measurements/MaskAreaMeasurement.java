package io.sightline.workflow.blocks.measurements;

import io.sightline.vision.Attribute;
import io.sightline.vision.BoundingBox;
import io.sightline.vision.Detection;
import io.sightline.vision.Detections;
import io.sightline.vision.Mask;
import io.sightline.workflow.block.Block;
import io.sightline.workflow.block.BlockResult;
import io.sightline.workflow.block.DeclaredType;
import io.sightline.workflow.block.Field;
import io.sightline.workflow.block.Manifest;
import io.sightline.workflow.block.StepInput;
import java.util.ArrayList;
import java.util.List;

/** Adds its area to each detection. */
final class MaskAreaMeasurement implements Block {
  /** Version 1. */
  public static final class V1 extends DeclaredType {
    private static final Manifest MANIFEST =
        Manifest.of("roboflow_core/mask_area_measurement@v1")
            .described(
                "Mask Area Measurement",
                "transformation",
                "Measures the area of each object, in pixels and in other units.")
            .field(MeasurementFields.detections("predictions", "The objects to measure."))
            .field(
                Field.number("pixels_per_unit", 1.0, "How many pixels long the unit of length is."))
            .output("predictions", MeasurementFields.DETECTIONS)
            .build();

    public V1() {
      super(MANIFEST, context -> new MaskAreaMeasurement());
    }
  }

  @Override
  public BlockResult run(StepInput input) {
    Detections detections = input.detections("predictions");
    double unit = input.number("pixels_per_unit");
    double scale = unit > 0 ? unit * unit : 1;
    List<Detection> measured = new ArrayList<>(detections.size());
    for (Detection detection : detections) {
      double area = area(detection);
      measured.add(
          detection.with(Attribute.AREA_PX, area).with(Attribute.AREA_CONVERTED, area / scale));
    }
    return BlockResult.of(detections.with(measured));
  }

  private static double area(Detection detection) {
    Mask mask = detection.mask();
    if (mask != null && !mask.isEmpty()) {
      return mask.area();
    }
    BoundingBox box = detection.box();
    return MeasurementFields.width(box) * MeasurementFields.height(box);
  }
}
