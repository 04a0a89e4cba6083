package io.sightline.workflow.blocks.transformations;

import io.sightline.vision.CropArea;
import io.sightline.vision.Image;
import io.sightline.workflow.block.Block;
import io.sightline.workflow.block.BlockResult;
import io.sightline.workflow.block.DeclaredType;
import io.sightline.workflow.block.Kind;
import io.sightline.workflow.block.Manifest;
import io.sightline.workflow.block.StepInput;

/**
 * Cuts a part at a place given in fractions of the picture. A part that begins left of or above the
 * picture is cut as Python cuts it, which mostly gives nothing.
 */
final class RelativeStaticCrop implements Block {
  /** Version 1; its name is misspelt in every document. */
  public static final class V1 extends DeclaredType {
    private static final Manifest MANIFEST =
        Manifest.of("roboflow_core/relative_statoic_crop@v1", "RelativeStaticCrop")
            .described(
                "Relative Static Crop",
                "transformation",
                "Cuts a part of a picture at a place that is given in fractions of its size.")
            .field(TransformationFields.images("The pictures to cut from."))
            .field(TransformationFields.fraction("x_center", "Centre, of the picture's width."))
            .field(TransformationFields.fraction("y_center", "Centre, of the picture's height."))
            .field(TransformationFields.fraction("width", "Width, of the picture's width."))
            .field(TransformationFields.fraction("height", "Height, of the picture's height."))
            .output("crops", Kind.IMAGE)
            .batch("images")
            .build();

    public V1() {
      super(MANIFEST, context -> new RelativeStaticCrop());
    }
  }

  @Override
  public BlockResult run(StepInput input) {
    Image image = input.image("images");
    double width = Math.rint(image.width() * input.number("width"));
    double height = Math.rint(image.height() * input.number("height"));
    double x = Math.rint(image.width() * input.number("x_center"));
    double y = Math.rint(image.height() * input.number("y_center"));
    long left = (long) Math.rint(x - width / 2);
    long top = (long) Math.rint(y - height / 2);
    CropArea area = CropArea.between(image, left, top, left + (long) width, top + (long) height);
    return StaticCrop.of(input, image, area, "relative_static_crop");
  }
}
