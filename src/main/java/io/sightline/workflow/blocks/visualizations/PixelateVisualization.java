package io.sightline.workflow.blocks.visualizations;

import io.sightline.vision.Canvas;
import io.sightline.vision.Region;
import io.sightline.workflow.block.StepInput;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * Makes coarse pixels of the boxes of detections. One that is smaller than half such a pixel, or
 * outside of the picture, is no error here.
 */
final class PixelateVisualization implements Painter {
  private static final int MAX_SIZE = 10_000;

  private final Mat coarse = new Mat();
  private final Size size = new Size();

  /** Version 1. */
  public static final class V1 extends DrawingType {
    public V1() {
      super(
          DrawingFields.drawing(
                  "Pixelate Visualization",
                  "Makes coarse pixels of the box of each detection.",
                  "roboflow_core/pixelate_visualization@v1",
                  "PixelateVisualization")
              .remark("boxes outside of the picture are no error")
              .field(DrawingFields.predictions())
              .field(
                  DrawingFields.wholeNumber("pixel_size", 20, "Side of a coarse pixel, pixels.")),
          PixelateVisualization::new);
    }
  }

  @Override
  public void paint(StepInput input, Canvas canvas) {
    int side = DrawingFields.within(input, "pixel_size", 1, MAX_SIZE);
    double factor = 1.0 / side;
    for (Region box : Boxes.clipped(input.detections("predictions"), canvas.image())) {
      if (!box.isEmpty()) {
        try (Mat part = box.of(canvas.image().pixels())) {
          pixelate(part, box, factor);
        }
      }
    }
  }

  private void pixelate(Mat part, Region box, double factor) {
    boolean tiny = Math.rint(box.width() * factor) < 1 || Math.rint(box.height() * factor) < 1;
    if (tiny) {
      size.width(Math.max(1, (int) Math.rint(box.width() * factor)));
      size.height(Math.max(1, (int) Math.rint(box.height() * factor)));
      opencv_imgproc.resize(part, coarse, size, 0, 0, opencv_imgproc.INTER_AREA);
    } else {
      size.width(0).height(0);
      opencv_imgproc.resize(part, coarse, size, factor, factor, opencv_imgproc.INTER_LINEAR);
    }
    size.width(box.width()).height(box.height());
    opencv_imgproc.resize(coarse, part, size, 0, 0, opencv_imgproc.INTER_NEAREST);
  }

  @Override
  public void close() {
    coarse.close();
    size.close();
  }
}
