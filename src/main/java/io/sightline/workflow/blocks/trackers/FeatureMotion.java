package io.sightline.workflow.blocks.trackers;

import io.sightline.vision.Detections;
import java.nio.FloatBuffer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.DMatchVector;
import org.bytedeco.opencv.opencv_core.DMatchVectorVector;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_features2d.BFMatcher;
import org.bytedeco.opencv.opencv_features2d.FastFeatureDetector;
import org.bytedeco.opencv.opencv_features2d.Feature2D;
import org.bytedeco.opencv.opencv_features2d.ORB;
import org.bytedeco.opencv.opencv_features2d.SIFT;

/** Finds features of one frame in the next, outside of the objects. */
final class FeatureMotion extends CameraMotion {
  private static final double FARTHEST = 0.25;
  private static final float DISTINCT = 0.9f;

  private final Feature2D detector;
  private final Feature2D extractor;
  private final BFMatcher matcher;
  private final FeatureMask mask = new FeatureMask();
  private Features before = new Features();
  private Features now = new Features();

  private FeatureMotion(int downscale, Feature2D detector, Feature2D extractor, int norm) {
    super(downscale);
    this.detector = detector;
    this.extractor = extractor;
    this.matcher = new BFMatcher(norm, false);
  }

  static FeatureMotion orb(int downscale) {
    FastFeatureDetector corners =
        FastFeatureDetector.create(20, true, FastFeatureDetector.TYPE_9_16);
    return new FeatureMotion(downscale, corners, ORB.create(), opencv_core.NORM_HAMMING);
  }

  static FeatureMotion sift(int downscale) {
    SIFT sift = SIFT.create(0, 3, 0.02, 20, 1.6, false);
    return new FeatureMotion(downscale, sift, sift, opencv_core.NORM_L2);
  }

  @Override
  double[] compare(Mat current, Detections detections, Indices sure, int scale) {
    mask.cover(current, detections, sure, scale);
    detector.detect(current, now.points(), mask.pixels());
    if (now.points().size() > 0) {
      extractor.compute(current, now.points(), now.descriptors());
    }
    boolean comparable = !before.descriptors().empty() && !now.descriptors().empty();
    double[] affine = comparable ? match(current) : null;
    Features spare = before;
    before = now;
    now = spare;
    now.descriptors().release();
    return affine;
  }

  private double[] match(Mat current) {
    try (DMatchVectorVector nearest = new DMatchVectorVector()) {
      matcher.knnMatch(before.descriptors(), now.descriptors(), nearest, 2);
      MotionPairs pairs = new MotionPairs((int) nearest.size());
      for (long i = 0; i < nearest.size(); i++) {
        DMatchVector two = nearest.get(i);
        if (two.size() == 2 && two.get(0).distance() < DISTINCT * two.get(1).distance()) {
          pairs.add(
              before.points().get(two.get(0).queryIdx()).pt(),
              now.points().get(two.get(0).trainIdx()).pt(),
              FARTHEST * current.cols(),
              FARTHEST * current.rows());
        }
      }
      return fit(pairs);
    }
  }

  private static double[] fit(MotionPairs pairs) {
    int count = pairs.keepUsual();
    if (count < MotionPairs.LEAST) {
      return null;
    }
    try (Mat from = new Mat(count, 1, opencv_core.CV_32FC2);
        Mat to = new Mat(count, 1, opencv_core.CV_32FC2)) {
      pairs.copy((FloatBuffer) from.createBuffer(), (FloatBuffer) to.createBuffer());
      return fit(from, to);
    }
  }

  @Override
  void forget() {
    before.descriptors().release();
  }

  @Override
  public void close() {
    super.close();
    before.close();
    now.close();
    mask.close();
    matcher.close();
    detector.close();
    extractor.close();
  }
}
