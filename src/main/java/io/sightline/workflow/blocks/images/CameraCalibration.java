package io.sightline.workflow.blocks.images;

import io.sightline.vision.Image;
import io.sightline.workflow.block.Block;
import io.sightline.workflow.block.BlockResult;
import io.sightline.workflow.block.DeclaredType;
import io.sightline.workflow.block.Field;
import io.sightline.workflow.block.Forms;
import io.sightline.workflow.block.Kind;
import io.sightline.workflow.block.Manifest;
import io.sightline.workflow.block.StepInput;
import org.bytedeco.opencv.global.opencv_calib3d;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Size;

/** Takes the distortions of a lens out of pictures. */
final class CameraCalibration implements Block {
  private final FisheyeMap fisheye = new FisheyeMap();

  /** Version 1. */
  public static final class V1 extends DeclaredType {
    private static final Manifest MANIFEST =
        Manifest.of("roboflow_core/camera-calibration@v1")
            .described(
                "Camera Calibration",
                "transformation",
                "Takes the distortions of a lens out of a picture.")
            .field(ImageFields.image())
            .field(coefficient("fx", "Focal length in x, pixels."))
            .field(coefficient("fy", "Focal length in y, pixels."))
            .field(coefficient("cx", "Optical centre in x, pixels."))
            .field(coefficient("cy", "Optical centre in y, pixels."))
            .field(coefficient("k1", "First radial coefficient."))
            .field(coefficient("k2", "Second radial coefficient."))
            .field(coefficient("k3", "Third radial coefficient."))
            .field(coefficient("p1", "First tangential coefficient."))
            .field(coefficient("p2", "Second tangential coefficient."))
            .field(
                Field.optional(
                    "use_fisheye_model",
                    false,
                    "Whether the lens is a fisheye, for which only k1 counts.",
                    Forms.reference(Kind.BOOLEAN),
                    Forms.flag(),
                    Forms.nothing()))
            .output("calibrated_image", Kind.IMAGE)
            .heavy()
            .build();

    private static Field coefficient(String name, String description) {
      return Field.required(
          name, description, Forms.reference(Kind.FLOAT), Forms.number(), Forms.nothing());
    }

    public V1() {
      super(MANIFEST, context -> new CameraCalibration());
    }
  }

  @Override
  public BlockResult run(StepInput input) {
    Image image = input.image("image");
    Image straight = Pictures.alike(input, image);
    if (Boolean.TRUE.equals(input.value("use_fisheye_model"))) {
      fisheye
          .use(
              new FisheyeMap.Lens(
                  image.width(),
                  image.height(),
                  (float) input.number("fx"),
                  (float) input.number("fy"),
                  (float) input.number("cx"),
                  (float) input.number("cy"),
                  input.number("k1")))
          .apply(image.pixels(), straight.pixels());
    } else {
      undistort(input, image, straight);
    }
    return BlockResult.of(Pictures.still(input, straight, image.parent()));
  }

  private static void undistort(StepInput input, Image image, Image straight) {
    float[] camera = {
      (float) input.number("fx"),
      0,
      (float) input.number("cx"),
      0,
      (float) input.number("fy"),
      (float) input.number("cy"),
      0,
      0,
      1
    };
    float[] lens = {
      (float) input.number("k1"),
      (float) input.number("k2"),
      (float) input.number("p1"),
      (float) input.number("p2"),
      (float) input.number("k3")
    };
    try (Mat cameraRow = new Mat(camera);
        Mat cameraMatrix = cameraRow.reshape(1, 3);
        Mat coefficients = new Mat(lens);
        Size size = new Size(image.width(), image.height());
        Rect valid = new Rect();
        Mat optimal =
            opencv_calib3d.getOptimalNewCameraMatrix(
                cameraMatrix, coefficients, size, 1, size, valid, false)) {
      opencv_calib3d.undistort(
          image.pixels(), straight.pixels(), cameraMatrix, coefficients, optimal);
    }
  }

  @Override
  public void close() {
    fisheye.close();
  }
}
