package io.sightline.workflow.blocks.transformations;

import io.sightline.vision.CropArea;
import io.sightline.vision.Image;
import io.sightline.workflow.block.Block;
import io.sightline.workflow.block.BlockResult;
import io.sightline.workflow.block.DeclaredType;
import io.sightline.workflow.block.Kind;
import io.sightline.workflow.block.Manifest;
import io.sightline.workflow.block.StepInput;

/** Cuts a part at a place given in pixels; what lies outside of the picture is left out. */
final class AbsoluteStaticCrop implements Block {
  /** Version 1. */
  public static final class V1 extends DeclaredType {
    private static final Manifest MANIFEST =
        Manifest.of("roboflow_core/absolute_static_crop@v1", "AbsoluteStaticCrop")
            .described(
                "Absolute Static Crop",
                "transformation",
                "Cuts a part of a picture at a place that is given in pixels.")
            .field(TransformationFields.images("The pictures to cut from."))
            .field(TransformationFields.positive("x_center", "Centre of the part, pixels."))
            .field(TransformationFields.positive("y_center", "Centre of the part, pixels."))
            .field(TransformationFields.positive("width", "Width of the part, pixels."))
            .field(TransformationFields.positive("height", "Height of the part, pixels."))
            .output("crops", Kind.IMAGE)
            .batch("images")
            .build();

    public V1() {
      super(MANIFEST, context -> new AbsoluteStaticCrop());
    }
  }

  @Override
  public BlockResult run(StepInput input) {
    Image image = input.image("images");
    int width = input.wholeNumber("width");
    int height = input.wholeNumber("height");
    long left = (long) Math.rint(input.wholeNumber("x_center") - width / 2.0);
    long top = (long) Math.rint(input.wholeNumber("y_center") - height / 2.0);
    CropArea area =
        CropArea.between(
            image,
            Math.max(0, left),
            Math.max(0, top),
            Math.max(0, left + width),
            Math.max(0, top + height));
    return StaticCrop.of(input, image, area, "absolute_static_crop");
  }
}
