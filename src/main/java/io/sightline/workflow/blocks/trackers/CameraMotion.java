package io.sightline.workflow.blocks.trackers;

import io.sightline.vision.Detections;
import io.sightline.vision.Image;
import java.nio.FloatBuffer;
import org.bytedeco.opencv.global.opencv_calib3d;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * How the picture moved from one frame to the next because the camera did. Subclasses compare grey,
 * smaller pictures. Holds native memory until closed.
 */
abstract class CameraMotion implements AutoCloseable {
  private static final double[] STILL = {1, 0, 0, 0, 1, 0};
  private static final int COEFFICIENTS = 6;

  private final int downscale;
  private final Mat grey = new Mat();
  private final Mat picture = new Mat();

  /**
   * @param downscale by how much pictures are made smaller before they are compared, at least 1
   */
  CameraMotion(int downscale) {
    this.downscale = Math.max(1, downscale);
  }

  /**
   * The rows {@code a b c} and {@code d e f} that move a place of the frame before to this frame's;
   * those of a camera that stands still where nothing can be told.
   *
   * @param sure the detections that cover what moves by itself
   */
  final double[] estimate(Image image, Detections detections, Indices sure) {
    double[] affine = null;
    try {
      prepare(image);
      affine = compare(picture, detections, sure, downscale);
    } catch (RuntimeException e) {
      // OpenCV refuses pictures that are too small or too even to be compared
      forget();
    }
    if (affine == null) {
      return STILL;
    }
    affine[2] *= downscale;
    affine[5] *= downscale;
    return affine;
  }

  private void prepare(Image image) {
    if (image.channels() == 1) {
      image.pixels().copyTo(grey);
    } else {
      opencv_imgproc.cvtColor(image.pixels(), grey, opencv_imgproc.COLOR_BGR2GRAY);
    }
    if (downscale == 1) {
      grey.copyTo(picture);
      return;
    }
    smooth(grey);
    int width = Math.max(1, image.width() / downscale);
    int height = Math.max(1, image.height() / downscale);
    try (Size size = new Size(width, height)) {
      opencv_imgproc.resize(grey, picture, size);
    }
  }

  /** Prepares a picture for being made smaller. */
  void smooth(Mat pixels) {}

  /**
   * Compares the picture with the one before and remembers it.
   *
   * @return six coefficients, in pixels of the picture; null where nothing can be told
   */
  abstract double[] compare(Mat current, Detections detections, Indices sure, int scale);

  /** Forgets the frame before. */
  abstract void forget();

  /** Turn, growth and shift that most pairs of points agree on; null where they do not. */
  static double[] fit(Mat from, Mat to) {
    try (Mat inliers = new Mat();
        Mat found =
            opencv_calib3d.estimateAffinePartial2D(
                from, to, inliers, opencv_calib3d.RANSAC, 3, 2000, 0.99, 10)) {
      return coefficients(found);
    }
  }

  /** Rounded to float, as Roboflow's engine keeps them; null where there are none. */
  static double[] coefficients(Mat matrix) {
    if (matrix == null || matrix.empty()) {
      return null;
    }
    double[] values = new double[COEFFICIENTS];
    try (Mat single = new Mat()) {
      matrix.convertTo(single, opencv_core.CV_32F);
      FloatBuffer all = single.createBuffer();
      for (int i = 0; i < COEFFICIENTS; i++) {
        values[i] = all.get(i);
      }
    }
    return values;
  }

  @Override
  public void close() {
    grey.close();
    picture.close();
  }
}
