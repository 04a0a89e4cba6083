package io.sightline.workflow.blocks.trackers;

import io.sightline.vision.Detections;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.global.opencv_video;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;
import org.bytedeco.opencv.opencv_core.TermCriteria;

/** Turns and shifts a picture until it correlates best with the next one. */
final class CorrelationMotion extends CameraMotion {
  private static final int MAX_ITERATIONS = 50;
  private static final double PRECISION = 1e-4;

  private final Mat before = new Mat();
  private final Mat noMask = new Mat();

  CorrelationMotion(int downscale) {
    super(downscale);
  }

  @Override
  void smooth(Mat pixels) {
    try (Size window = new Size(3, 3)) {
      opencv_imgproc.GaussianBlur(pixels, pixels, window, 1.5);
    }
  }

  @Override
  double[] compare(Mat current, Detections detections, Indices sure, int scale) {
    boolean comparable = before.rows() == current.rows() && before.cols() == current.cols();
    try {
      return comparable ? correlate(current) : null;
    } finally {
      current.copyTo(before);
    }
  }

  private double[] correlate(Mat current) {
    try (Mat warp = Mat.eye(2, 3, opencv_core.CV_32F).asMat();
        TermCriteria end =
            new TermCriteria(TermCriteria.EPS | TermCriteria.COUNT, MAX_ITERATIONS, PRECISION)) {
      opencv_video.findTransformECC(
          before, current, warp, opencv_video.MOTION_EUCLIDEAN, end, noMask, 1);
      return coefficients(warp);
    }
  }

  @Override
  void forget() {
    // compare() has remembered the picture that could not be compared
  }

  @Override
  public void close() {
    super.close();
    before.close();
    noMask.close();
  }
}
