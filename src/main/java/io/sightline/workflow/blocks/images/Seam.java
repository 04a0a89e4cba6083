package io.sightline.workflow.blocks.images;

import io.sightline.vision.Image;
import io.sightline.workflow.block.BlockException;
import io.sightline.workflow.block.StepInput;
import java.util.List;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.indexer.DoubleIndexer;
import org.bytedeco.opencv.global.opencv_calib3d;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Point2f;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * Where two pictures overlap. One stays as it is; the other is bent to fit it.
 *
 * @param stays the picture that stays, and {@code onStays} its places
 * @param bends the picture that is bent, and {@code onBends} its places
 * @param pairs places that are the same, those of the picture that stays first
 */
record Seam(
    Image stays, Features onStays, Image bends, Features onBends, List<Matches.Pair> pairs) {
  private static final int ITERATIONS = 2000;
  private static final double CONFIDENCE = 0.995;

  /** The mean of the places' x. */
  static double meanX(Features features) {
    double sum = 0;
    for (long i = 0; i < features.count(); i++) {
      sum += features.points().get(i).pt().x();
    }
    return sum / features.count();
  }

  /**
   * The bent picture, the other pasted over it.
   *
   * @param error how far places may miss each other, pixels
   * @throws BlockException where they do not fit
   */
  Image join(StepInput input, double error) {
    float[] from = new float[2 * pairs.size()];
    float[] to = new float[2 * pairs.size()];
    for (int i = 0; i < pairs.size(); i++) {
      put(onBends, pairs.get(i).train(), from, i);
      put(onStays, pairs.get(i).query(), to, i);
    }
    try (Mat source = points(from);
        Mat target = points(to);
        Mat inliers = new Mat();
        Mat homography =
            opencv_calib3d.findHomography(
                source, target, opencv_calib3d.RANSAC, error, inliers, ITERATIONS, CONFIDENCE)) {
      if (homography.empty()) {
        throw new BlockException("the pictures have nothing in common");
      }
      return bent(input, homography);
    }
  }

  private Image bent(StepInput input, Mat homography) {
    float[] corners = corners(homography);
    int left = (int) Math.min(Math.min(corners[0], corners[2]), Math.min(corners[4], corners[6]));
    int top = (int) Math.min(Math.min(corners[1], corners[3]), Math.min(corners[5], corners[7]));
    int right = (int) Math.max(Math.max(corners[0], corners[2]), Math.max(corners[4], corners[6]));
    int bottom = (int) Math.max(Math.max(corners[1], corners[3]), Math.max(corners[5], corners[7]));
    long width = Math.max(right, (long) stays.width()) - left;
    long height = Math.max(bottom, (long) stays.height()) - top;
    int dx = Math.max(0, -left);
    int dy = Math.max(0, -top);
    Image joined = Pictures.create(input, stays, width, height, stays.channels());
    move(homography, dx, dy);
    try (Size size = new Size((int) width, (int) height)) {
      opencv_imgproc.warpPerspective(bends.pixels(), joined.pixels(), homography, size);
    }
    if (dx + (long) stays.width() <= width && dy + (long) stays.height() <= height) {
      try (Rect area = new Rect(dx, dy, stays.width(), stays.height());
          Mat part = new Mat(joined.pixels(), area)) {
        stays.pixels().copyTo(part);
      }
    }
    return joined;
  }

  private float[] corners(Mat homography) {
    float w = bends.width();
    float h = bends.height();
    try (Mat corners = points(new float[] {0, 0, 0, h, w, h, w, 0});
        Mat bent = new Mat()) {
      opencv_core.perspectiveTransform(corners, bent, homography);
      float[] flat = new float[8];
      try (FloatPointer data = new FloatPointer(bent.data())) {
        data.get(flat);
      }
      return flat;
    }
  }

  /** Lets a homography move what it bends, in place. */
  private static void move(Mat homography, int dx, int dy) {
    try (DoubleIndexer cells = homography.createIndexer()) {
      for (int column = 0; column < 3; column++) {
        double last = cells.get(2, column);
        cells.put(0, column, cells.get(0, column) + dx * last);
        cells.put(1, column, cells.get(1, column) + dy * last);
      }
    }
  }

  private static void put(Features features, int place, float[] to, int index) {
    Point2f point = features.points().get(place).pt();
    to[2 * index] = point.x();
    to[2 * index + 1] = point.y();
  }

  private static Mat points(float[] flat) {
    Mat mat = new Mat(flat.length / 2, 1, opencv_core.CV_32FC2);
    try (FloatPointer data = new FloatPointer(mat.data())) {
      data.put(flat);
    }
    return mat;
  }
}
