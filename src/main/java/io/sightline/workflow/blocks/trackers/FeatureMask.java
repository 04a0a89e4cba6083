package io.sightline.workflow.blocks.trackers;

import io.sightline.vision.BoundingBox;
import io.sightline.vision.Detections;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;

/** Where features are looked for: neither at the border of a frame nor on the objects. */
final class FeatureMask implements AutoCloseable {
  private static final double BORDER = 0.02;

  private final Mat pixels = new Mat();

  /** 255 where features count, 0 elsewhere. */
  Mat pixels() {
    return pixels;
  }

  /**
   * @param scale by how much the picture is smaller than the detections' frame
   */
  void cover(Mat picture, Detections detections, Indices objects, int scale) {
    int width = picture.cols();
    int height = picture.rows();
    pixels.create(height, width, opencv_core.CV_8UC1);
    fill(0, 0, width, height, 0);
    int x = (int) (BORDER * width);
    int y = (int) (BORDER * height);
    fill(x, y, (int) ((1 - BORDER) * width), (int) ((1 - BORDER) * height), 255);
    for (int i = 0; i < objects.size(); i++) {
      BoundingBox box = detections.items().get(objects.get(i)).box();
      int left = clip(box.x1() / scale, width);
      int top = clip(box.y1() / scale, height);
      fill(left, top, clip(box.x2() / scale, width), clip(box.y2() / scale, height), 0);
    }
  }

  private static int clip(float value, int size) {
    return Math.max(0, Math.min(size - 1, (int) value));
  }

  private void fill(int left, int top, int right, int bottom, double value) {
    if (right > left && bottom > top) {
      try (Rect area = new Rect(left, top, right - left, bottom - top);
          Mat part = new Mat(pixels, area);
          Scalar scalar = Scalar.all(value)) {
        part.put(scalar);
      }
    }
  }

  @Override
  public void close() {
    pixels.close();
  }
}
