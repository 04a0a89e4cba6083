package io.sightline.workflow.blocks.visualizations;

import io.sightline.vision.Color;
import io.sightline.vision.Detections;
import io.sightline.vision.Image;
import io.sightline.vision.Layer;
import io.sightline.vision.Mask;
import io.sightline.vision.Paint;
import io.sightline.vision.Region;
import java.util.List;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * Which pixels belong to the detections of two models, A and B. Of the picture only the rectangle
 * around all detections is looked at closely.
 */
final class Comparison implements AutoCloseable {
  private final Layer ofA = Layer.bytes();
  private final Layer ofB = Layer.bytes();
  private final Backdrop backdrop = new Backdrop();
  private final Paint paint = new Paint();
  private final Mat only = new Mat();
  private final Mat tinted = new Mat();
  private Image scene;
  private Region touched;

  void compare(Image image, Detections a, Detections b) {
    scene = image;
    touched = mark(a, ofA).union(mark(b, ofB));
  }

  /** Marks the detections' pixels in a layer of zeros; answers where. */
  private Region mark(Detections detections, Layer layer) {
    Mat pixels = layer.over(scene);
    Region all = Region.all(scene);
    Region marked = Region.EMPTY;
    List<Mask> masks = Masks.of(detections);
    for (Mask mask : masks) {
      Region seen = Region.of(mask).clip(all);
      if (!seen.isEmpty()) {
        marked = marked.union(seen);
        try (Mat part = seen.of(pixels);
            Mat instance = mask.region(seen)) {
          opencv_core.max(part, instance, part);
        }
      }
    }
    if (masks.isEmpty()) {
      for (Region box : Boxes.sliced(detections, scene)) {
        if (!box.isEmpty()) {
          marked = marked.union(box);
          fill(pixels, box, 1);
        }
      }
    }
    return marked;
  }

  private void fill(Mat pixels, Region region, int value) {
    try (Mat part = region.of(pixels)) {
      part.put(paint.scalar(new Color(value, value, value)));
    }
  }

  /** Tints the picture and forgets the detections. */
  void tint(Color colorA, Color colorB, Color background, double opacity) {
    backdrop.save(scene, List.of(touched));
    backdrop.tint(background, opacity);
    if (touched.isEmpty()) {
      return;
    }
    try (Mat a = touched.of(ofA.over(scene));
        Mat b = touched.of(ofB.over(scene));
        Mat before = touched.of(backdrop.saved());
        Mat after = touched.of(scene.pixels())) {
      opencv_core.max(a, b, only);
      before.copyTo(after, only);
      opencv_core.subtract(a, b, only);
      tint(before, after, colorA, opacity);
      opencv_core.subtract(b, a, only);
      tint(before, after, colorB, opacity);
    }
    fill(ofA.over(scene), touched, 0);
    fill(ofB.over(scene), touched, 0);
  }

  private void tint(Mat before, Mat after, Color color, double opacity) {
    tinted.create(before.rows(), before.cols(), before.type());
    tinted.put(paint.scalar(color));
    opencv_core.addWeighted(before, 1 - opacity, tinted, opacity, 0, tinted);
    tinted.copyTo(after, only);
  }

  @Override
  public void close() {
    ofA.close();
    ofB.close();
    backdrop.close();
    paint.close();
    only.close();
    tinted.close();
  }
}
