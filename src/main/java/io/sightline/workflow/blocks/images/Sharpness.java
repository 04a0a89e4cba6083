package io.sightline.workflow.blocks.images;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;

/** How fast the greys change at each pixel: the squared gradient, Tenengrad's measure. */
final class Sharpness {
  private float[] across = new float[0];
  private float[] down = new float[0];
  private int width;

  /** Measures grey pixels. What is asked from now on is about them. */
  void measure(Mat grey) {
    width = grey.cols();
    across = gradient(grey, 1, 0, across);
    down = gradient(grey, 0, 1, down);
    for (int i = 0; i < across.length; i++) {
      across[i] = across[i] * across[i] + down[i] * down[i];
    }
  }

  private static float[] gradient(Mat grey, int dx, int dy, float[] reused) {
    int size = grey.rows() * grey.cols();
    float[] values = reused.length == size ? reused : new float[size];
    try (Mat gradient = new Mat()) {
      opencv_imgproc.Sobel(grey, gradient, opencv_core.CV_32F, dx, dy);
      try (FloatPointer data = new FloatPointer(gradient.data())) {
        data.get(values);
      }
    }
    return values;
  }

  /** Of the pixel that is {@code index}th in the order of rows. */
  float at(int index) {
    return across[index];
  }

  float max() {
    float max = 0;
    for (float value : across) {
      max = Math.max(max, value);
    }
    return max;
  }

  /** The mean over a part of the picture, right and bottom edge not included. */
  double mean(int x1, int y1, int x2, int y2) {
    double sum = 0;
    for (int y = y1; y < y2; y++) {
      for (int x = x1; x < x2; x++) {
        sum += across[y * width + x];
      }
    }
    return (float) (sum / ((double) (x2 - x1) * (y2 - y1)));
  }
}
