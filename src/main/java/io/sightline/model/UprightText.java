package io.sightline.model;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/** Cuts pieces of text that may lie askew out of a picture. */
final class UprightText {
  /** What is so much taller than wide is taken as written downwards. */
  private static final double UPRIGHT = 1.5;

  private UprightText() {}

  /** The piece as a rectangle of its own, turned where it is written downwards; may be empty. */
  static Mat cut(Mat picture, Quad quad) {
    int width = (int) Math.max(quad.side(0, 1), quad.side(2, 3));
    int height = (int) Math.max(quad.side(0, 3), quad.side(1, 2));
    if (width < 1 || height < 1) {
      return new Mat();
    }
    float[] from = new float[8];
    for (int i = 0; i < 4; i++) {
      from[2 * i] = quad.x()[i];
      from[2 * i + 1] = quad.y()[i];
    }
    float[] to = {0, 0, width, 0, width, height, 0, height};
    Mat cut = new Mat();
    try (FloatPointer fromPointer = new FloatPointer(from);
        FloatPointer toPointer = new FloatPointer(to);
        Mat source = new Mat(4, 1, opencv_core.CV_32FC2, fromPointer);
        Mat target = new Mat(4, 1, opencv_core.CV_32FC2, toPointer);
        Mat transform = opencv_imgproc.getPerspectiveTransform(source, target);
        Size size = new Size(width, height);
        Scalar black = Scalar.all(0)) {
      opencv_imgproc.warpPerspective(
          picture,
          cut,
          transform,
          size,
          opencv_imgproc.INTER_CUBIC,
          opencv_core.BORDER_REPLICATE,
          black);
    }
    if (height < UPRIGHT * width) {
      return cut;
    }
    try (cut) {
      Mat turned = new Mat();
      opencv_core.rotate(cut, turned, opencv_core.ROTATE_90_COUNTERCLOCKWISE);
      return turned;
    }
  }
}
