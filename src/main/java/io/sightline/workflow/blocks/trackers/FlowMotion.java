package io.sightline.workflow.blocks.trackers;

import io.sightline.vision.Detections;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.global.opencv_video;
import org.bytedeco.opencv.opencv_core.Mat;

/** Follows corners from frame to frame by optical flow. */
final class FlowMotion extends CameraMotion {
  private static final int MAX_CORNERS = 1000;
  private static final int LEAST_PAIRS = 5;

  private final Mat before = new Mat();
  private final Mat noMask = new Mat();
  private final Mat moved = new Mat();
  private final Mat status = new Mat();
  private final Mat error = new Mat();
  private Mat cornersBefore = new Mat();
  private Mat corners = new Mat();

  FlowMotion(int downscale) {
    super(downscale);
  }

  @Override
  double[] compare(Mat current, Detections detections, Indices sure, int scale) {
    opencv_imgproc.goodFeaturesToTrack(
        current, corners, MAX_CORNERS, 0.01, 1, noMask, 3, false, 0.04);
    boolean comparable =
        before.rows() == current.rows()
            && before.cols() == current.cols()
            && !cornersBefore.empty()
            && !corners.empty();
    double[] affine = comparable ? flow(current) : null;
    current.copyTo(before);
    Mat spare = cornersBefore;
    cornersBefore = corners;
    corners = spare;
    return affine;
  }

  private double[] flow(Mat current) {
    opencv_video.calcOpticalFlowPyrLK(before, current, cornersBefore, moved, status, error);
    int points = (int) status.total();
    ByteBuffer found = status.createBuffer();
    FloatBuffer from = cornersBefore.createBuffer();
    FloatBuffer to = moved.createBuffer();
    int count = 0;
    for (int i = 0; i < points; i++) {
      count += found.get(i) != 0 ? 1 : 0;
    }
    if (count < LEAST_PAIRS) {
      return null;
    }
    try (Mat pairsFrom = new Mat(count, 1, opencv_core.CV_32FC2);
        Mat pairsTo = new Mat(count, 1, opencv_core.CV_32FC2)) {
      FloatBuffer keptFrom = pairsFrom.createBuffer();
      FloatBuffer keptTo = pairsTo.createBuffer();
      for (int i = 0; i < points; i++) {
        if (found.get(i) != 0) {
          keptFrom.put(from.get(2 * i)).put(from.get(2 * i + 1));
          keptTo.put(to.get(2 * i)).put(to.get(2 * i + 1));
        }
      }
      return fit(pairsFrom, pairsTo);
    }
  }

  @Override
  void forget() {
    before.release();
    cornersBefore.release();
  }

  @Override
  public void close() {
    super.close();
    before.close();
    noMask.close();
    moved.close();
    status.close();
    error.close();
    corners.close();
    cornersBefore.close();
  }
}
