package io.sightline.workflow.blocks.transformations;

import io.sightline.workflow.block.Field;
import io.sightline.workflow.block.Forms;
import io.sightline.workflow.block.Kind;

/** Fields and kinds that the blocks of this family share. */
final class TransformationFields {
  private TransformationFields() {}

  /** What blocks for all sorts of detections take and answer. */
  static final Kind[] DETECTIONS = {
    Kind.OBJECT_DETECTION_PREDICTION,
    Kind.INSTANCE_SEGMENTATION_PREDICTION,
    Kind.KEYPOINT_DETECTION_PREDICTION
  };

  static Field predictions(String description) {
    return Field.required("predictions", description, Forms.reference(DETECTIONS));
  }

  static Field images(String description) {
    return Field.required("images", description, Forms.reference(Kind.IMAGE)).alias("image");
  }

  /** A required whole number above 0. */
  static Field positive(String name, String description) {
    return Field.required(name, description, Forms.positiveNumber(), Forms.reference(Kind.INTEGER));
  }

  /** A required number from 0 to 1. */
  static Field fraction(String name, String description) {
    return Field.required(
        name, description, Forms.number(0, 1), Forms.reference(Kind.FLOAT_ZERO_TO_ONE));
  }
}
