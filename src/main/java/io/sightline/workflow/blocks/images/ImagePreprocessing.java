package io.sightline.workflow.blocks.images;

import io.sightline.vision.Image;
import io.sightline.workflow.block.Block;
import io.sightline.workflow.block.BlockException;
import io.sightline.workflow.block.BlockResult;
import io.sightline.workflow.block.DeclaredType;
import io.sightline.workflow.block.Field;
import io.sightline.workflow.block.Forms;
import io.sightline.workflow.block.Kind;
import io.sightline.workflow.block.Manifest;
import io.sightline.workflow.block.StepInput;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Size;

/** Resizes, rotates or flips pictures. */
final class ImagePreprocessing implements Block {
  /** Version 1. */
  public static final class V1 extends DeclaredType {
    private static final Manifest MANIFEST =
        ImageFields.manifest(
                "image_preprocessing@v1",
                "Image Preprocessing",
                "Resizes, rotates or flips a picture.")
            .field(ImageFields.image())
            .field(
                Field.required("task_type", "What to do.", Forms.oneOf("resize", "rotate", "flip")))
            .field(ImageFields.positiveNumber("width", 640, "Width after resizing, pixels."))
            .field(ImageFields.positiveNumber("height", 640, "Height after resizing, pixels."))
            .field(
                ImageFields.wholeNumber(
                    "rotation_degrees", 90, "Angle of rotation, counter-clockwise, degrees."))
            .field(
                ImageFields.choice(
                    "flip_type",
                    "vertical",
                    "Which way to flip.",
                    "vertical",
                    "horizontal",
                    "both"))
            .output("image", Kind.IMAGE)
            .heavy()
            .build();

    public V1() {
      super(MANIFEST, context -> new ImagePreprocessing());
    }
  }

  @Override
  public BlockResult run(StepInput input) {
    Image image = input.image("image");
    return BlockResult.of(
        switch (input.text("task_type")) {
          case "resize" -> resize(input, image);
          case "rotate" -> rotate(input, image);
          default -> flip(input, image);
        });
  }

  private static Image resize(StepInput input, Image image) {
    int width = side(input, "width", "Width");
    int height = side(input, "height", "Height");
    Image resized = Pictures.create(input, image, width, height, image.channels());
    try (Size size = new Size(width, height)) {
      opencv_imgproc.resize(
          image.pixels(), resized.pixels(), size, 0, 0, opencv_imgproc.INTER_AREA);
    }
    return resized;
  }

  private static int side(StepInput input, String field, String name) {
    int side = input.wholeNumber(field);
    if (side <= 0) {
      throw new BlockException(name + " must be greater than 0");
    }
    return side;
  }

  private static Image rotate(StepInput input, Image image) {
    int degrees = input.wholeNumber("rotation_degrees");
    if (degrees < -360 || degrees > 360) {
      throw new BlockException("Rotation degrees must be between -360 and 360");
    }
    return degrees == 0 ? input.copy(image) : Rotation.rotate(input, image, degrees);
  }

  private static Image flip(StepInput input, Image image) {
    int axis =
        switch (input.text("flip_type")) {
          case "vertical" -> 0;
          case "horizontal" -> 1;
          case "both" -> -1;
          default ->
              throw new BlockException("Flip type must be 'vertical', 'horizontal', or 'both'");
        };
    Image flipped = Pictures.alike(input, image);
    opencv_core.flip(image.pixels(), flipped.pixels(), axis);
    return flipped;
  }
}
