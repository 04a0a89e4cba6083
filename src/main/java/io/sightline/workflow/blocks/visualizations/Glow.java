package io.sightline.workflow.blocks.visualizations;

import io.sightline.vision.Color;
import io.sightline.vision.Image;
import io.sightline.vision.Layer;
import io.sightline.vision.Mask;
import io.sightline.vision.Paint;
import io.sightline.vision.Region;
import java.util.List;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * Solid shapes, blurred beyond their borders and left out inside of them. Works on the parts of the
 * picture around the shapes.
 */
final class Glow implements AutoCloseable {
  /** Takes the part behind the point, as the reference does; whole numbers stay what they are. */
  private static final double FLOOR = -0.4999;

  private final Layer solid = Layer.colors();
  private final Layer blurred = Layer.colors();
  private final Layer inside = Layer.bytes();
  private final Mat grey = new Mat();
  private final Mat kept = new Mat();
  private final Mat light = new Mat();
  private final Mat scenery = new Mat();
  private final Paint paint = new Paint();
  private final Size kernel = new Size();
  private Image scene;
  private Region all;
  private List<Region> parts;

  /**
   * @param shapes what the shapes will cover
   * @param size side of the square that is averaged, pixels
   */
  void begin(Image image, List<Region> shapes, int size) {
    scene = image;
    all = Region.all(image);
    kernel.width(size).height(size);
    int reach = size / 2 + 1;
    parts =
        Region.groups(
            shapes.stream()
                .filter(shape -> !shape.isEmpty())
                .map(shape -> shape.grown(reach).clip(all))
                .toList());
  }

  /** Paints a shape over those before it. */
  void add(Mask shape, Color shade) {
    Region seen = Region.of(shape).clip(all);
    if (seen.isEmpty()) {
      return;
    }
    try (Mat target = seen.of(solid.over(scene));
        Mat where = seen.of(inside.over(scene));
        Mat mask = shape.region(seen)) {
      target.setTo(paint.value(shade), mask);
      opencv_core.max(where, mask, where);
    }
  }

  /** Mixes the glow into the picture and forgets the shapes. */
  void blend(double opacity) {
    double brightest = 0;
    for (Region part : parts) {
      brightest = Math.max(brightest, blurred(part));
    }
    if (brightest == 0) {
      scene.pixels().put(paint.scalar(Color.BLACK));
    }
    for (Region part : parts) {
      if (brightest > 0) {
        blend(part, opacity, brightest);
      }
      clear(part, solid);
      clear(part, inside);
    }
  }

  /** Blurs a part; answers how bright its brightest pixel is. */
  private double blurred(Region part) {
    double[] max = new double[1];
    try (Mat from = part.of(solid.over(scene));
        Mat to = part.of(blurred.over(scene));
        Mat where = part.of(inside.over(scene))) {
      opencv_imgproc.blur(from, to, kernel);
      to.setTo(paint.value(Color.BLACK), where);
      grey(to);
      opencv_core.minMaxLoc(grey, new double[1], max, null, null, null);
    }
    return max[0];
  }

  private void grey(Mat colors) {
    if (colors.channels() == 1) {
      colors.copyTo(grey);
    } else {
      opencv_imgproc.cvtColor(colors, grey, opencv_imgproc.COLOR_BGR2GRAY);
    }
  }

  /** What is left of the scenery falls as the glow's brightness rises. */
  private void blend(Region part, double opacity, double brightest) {
    try (Mat glow = part.of(blurred.over(scene));
        Mat target = part.of(scene.pixels())) {
      grey(glow);
      grey.convertTo(kept, opencv_core.CV_32F, -opacity / brightest, 1);
      if (target.channels() == 3) {
        opencv_imgproc.cvtColor(kept, kept, opencv_imgproc.COLOR_GRAY2BGR);
      }
      opencv_core.multiply(target, kept, scenery, 1, opencv_core.CV_32F);
      glow.convertTo(light, opencv_core.CV_32F, opacity, FLOOR);
      opencv_core.add(scenery, light, scenery);
      scenery.convertTo(target, opencv_core.CV_8U);
    }
  }

  private void clear(Region part, Layer layer) {
    try (Mat pixels = part.of(layer.over(scene))) {
      pixels.put(paint.scalar(Color.BLACK));
    }
  }

  @Override
  public void close() {
    solid.close();
    blurred.close();
    inside.close();
    grey.close();
    kept.close();
    light.close();
    scenery.close();
    paint.close();
    kernel.close();
  }
}
