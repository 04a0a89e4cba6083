package io.sightline.workflow.blocks.visualizations;

import io.sightline.vision.Canvas;
import io.sightline.vision.Layer;
import io.sightline.vision.Region;
import io.sightline.workflow.block.StepInput;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Point;
import org.bytedeco.opencv.opencv_core.Size;

/** Blurs the boxes of detections. One that lies outside of the picture is no error here. */
final class BlurVisualization implements Painter {
  /** At a part's border only its own pixels count. */
  private static final int BORDER = opencv_core.BORDER_REFLECT_101 | opencv_core.BORDER_ISOLATED;

  private final Layer blurred = Layer.colors();
  private final Size kernel = new Size();
  private final Point center = new Point(-1, -1);

  /** Version 1. */
  public static final class V1 extends DrawingType {
    public V1() {
      super(
          DrawingFields.drawing(
                  "Blur Visualization",
                  "Blurs the box of each detection.",
                  "roboflow_core/blur_visualization@v1",
                  "BlurVisualization")
              .remark("boxes outside of the picture are no error")
              .field(DrawingFields.predictions())
              .field(
                  DrawingFields.wholeNumber(
                      "kernel_size", 15, "Side of the square that is averaged, pixels.")),
          BlurVisualization::new);
    }
  }

  @Override
  public void paint(StepInput input, Canvas canvas) {
    int size = DrawingFields.within(input, "kernel_size", 1, DrawingFields.MAX_KERNEL);
    kernel.width(size).height(size);
    for (Region box : Boxes.clipped(input.detections("predictions"), canvas.image())) {
      if (!box.isEmpty()) {
        try (Mat part = box.of(canvas.image().pixels());
            Mat result = box.of(blurred.over(canvas.image()))) {
          opencv_imgproc.blur(part, result, kernel, center, BORDER);
          result.copyTo(part);
        }
      }
    }
  }

  @Override
  public void close() {
    blurred.close();
    kernel.close();
    center.close();
  }
}
