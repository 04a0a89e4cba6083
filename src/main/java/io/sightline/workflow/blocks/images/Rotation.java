package io.sightline.workflow.blocks.images;

import io.sightline.vision.Image;
import io.sightline.workflow.block.StepInput;
import org.bytedeco.javacpp.indexer.DoubleIndexer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Point2f;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/** Turns pictures on a canvas that grows with them. */
final class Rotation {
  private Rotation() {}

  /**
   * The picture turned around its centre, black where nothing was.
   *
   * @param degrees counter-clockwise
   */
  static Image rotate(StepInput input, Image image, double degrees) {
    int centerX = image.width() / 2;
    int centerY = image.height() / 2;
    try (Point2f center = new Point2f(centerX, centerY);
        Mat matrix = opencv_imgproc.getRotationMatrix2D(center, degrees, 1);
        DoubleIndexer cells = matrix.createIndexer()) {
      double cos = Math.abs(cells.get(0, 0));
      double sin = Math.abs(cells.get(0, 1));
      int width = (int) (image.height() * sin + image.width() * cos);
      int height = (int) (image.height() * cos + image.width() * sin);
      cells.put(0, 2, cells.get(0, 2) + width / 2.0 - centerX);
      cells.put(1, 2, cells.get(1, 2) + height / 2.0 - centerY);
      Image rotated = Pictures.create(input, image, width, height, image.channels());
      try (Size size = new Size(width, height);
          Scalar black = Scalar.all(0)) {
        opencv_imgproc.warpAffine(
            image.pixels(),
            rotated.pixels(),
            matrix,
            size,
            opencv_imgproc.INTER_LINEAR,
            opencv_core.BORDER_CONSTANT,
            black);
      }
      return rotated;
    }
  }
}
