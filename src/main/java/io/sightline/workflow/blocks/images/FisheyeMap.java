package io.sightline.workflow.blocks.images;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;

/** Where each pixel of a straightened picture is found on the one that a fisheye lens took. */
final class FisheyeMap implements AutoCloseable {
  private static final double SMALL = 1e-8;

  /** A lens with one divisional coefficient, {@code k1}, and the size of its pictures, pixels. */
  record Lens(int width, int height, float fx, float fy, float cx, float cy, double k1) {}

  private Lens lens;
  private Mat fromX = new Mat();
  private Mat fromY = new Mat();

  /** Computes the places, where they are not known from before. */
  FisheyeMap use(Lens wanted) {
    if (!wanted.equals(lens)) {
      lens = wanted;
      fill();
    }
    return this;
  }

  void apply(Mat from, Mat to) {
    try (Scalar black = Scalar.all(0)) {
      opencv_imgproc.remap(
          from, to, fromX, fromY, opencv_imgproc.INTER_LINEAR, opencv_core.BORDER_CONSTANT, black);
    }
  }

  private void fill() {
    float[] mapX = new float[lens.width * lens.height];
    float[] mapY = new float[mapX.length];
    for (int row = 0, at = 0; row < lens.height; row++) {
      float y = (row - lens.cy) / lens.fy;
      for (int column = 0; column < lens.width; column++, at++) {
        float x = (column - lens.cx) / lens.fx;
        float scale = scale(x * x + y * y);
        mapX[at] = x * scale * lens.fx + lens.cx;
        mapY[at] = y * scale * lens.fy + lens.cy;
      }
    }
    fromX.close();
    fromY.close();
    fromX = mat(mapX);
    fromY = mat(mapY);
  }

  private float scale(float squared) {
    if (Math.abs(lens.k1) < SMALL || Math.abs(squared) < SMALL) {
      return 1;
    }
    float discriminant = Math.max(0, 1 - (float) (4 * lens.k1) * squared);
    return (1 - (float) Math.sqrt(discriminant)) / ((float) (2 * lens.k1) * squared);
  }

  private Mat mat(float[] values) {
    Mat mat = new Mat(lens.height, lens.width, opencv_core.CV_32FC1);
    try (FloatPointer data = new FloatPointer(mat.data())) {
      data.put(values);
    }
    return mat;
  }

  @Override
  public void close() {
    fromX.close();
    fromY.close();
  }
}
