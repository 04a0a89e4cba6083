package io.sightline.workflow.blocks.measurements;

import io.sightline.vision.BoundingBox;
import io.sightline.workflow.block.Field;
import io.sightline.workflow.block.Forms;
import io.sightline.workflow.block.Kind;

/** Fields that blocks measuring detections share. */
final class MeasurementFields {
  static final Kind[] DETECTIONS = {
    Kind.OBJECT_DETECTION_PREDICTION, Kind.INSTANCE_SEGMENTATION_PREDICTION
  };

  private MeasurementFields() {}

  static Field detections(String name, String description) {
    return Field.required(name, description, Forms.reference(DETECTIONS));
  }

  /** Signed, as the corners are given. */
  static double width(BoundingBox box) {
    return (double) box.x2() - box.x1();
  }

  /** Signed, as the corners are given. */
  static double height(BoundingBox box) {
    return (double) box.y2() - box.y1();
  }
}
