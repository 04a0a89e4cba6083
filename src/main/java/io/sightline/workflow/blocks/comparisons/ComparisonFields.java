package io.sightline.workflow.blocks.comparisons;

import io.sightline.workflow.block.Field;
import io.sightline.workflow.block.Form;
import io.sightline.workflow.block.Forms;
import io.sightline.workflow.block.Kind;

/** Fields that blocks comparing detections share. */
final class ComparisonFields {
  static final Kind[] DETECTIONS = {
    Kind.OBJECT_DETECTION_PREDICTION, Kind.INSTANCE_SEGMENTATION_PREDICTION
  };

  private ComparisonFields() {}

  static Field detections(String name, String description, Kind... kinds) {
    return Field.required(name, description, Forms.reference(kinds));
  }

  static Field cost(String name, double defaultValue, String description) {
    Form form = Forms.number(0, Double.POSITIVE_INFINITY);
    return Field.optional(name, defaultValue, description, form, Forms.reference(Kind.FLOAT));
  }
}
