package io.sightline.workflow.blocks.visualizations;

import io.sightline.vision.Color;
import io.sightline.vision.Image;
import io.sightline.vision.Layer;
import io.sightline.vision.Mask;
import io.sightline.vision.Paint;
import io.sightline.vision.Region;
import java.util.List;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;

/** Tints a whole picture, after which parts of it can be had back. */
final class Backdrop implements AutoCloseable {
  private final Layer saved = Layer.colors();
  private final Layer solid = Layer.colors();
  private final Paint paint = new Paint();
  private Image scene;
  private Region all;
  private Color solidIn;

  /** Keeps the pixels of what is to be restored; parts outside of the picture are left out. */
  void save(Image image, List<Region> parts) {
    scene = image;
    all = Region.all(image);
    Mat pixels = saved.over(image);
    for (Region group : Region.groups(parts.stream().map(all::clip).toList())) {
      try (Mat from = group.of(image.pixels());
          Mat to = group.of(pixels)) {
        from.copyTo(to);
      }
    }
  }

  /** The pixels that were saved, at their places in the picture. */
  Mat saved() {
    return saved.over(scene);
  }

  /** Mixes the colour into every pixel. */
  void tint(Color color, double opacity) {
    boolean stale = solid.isNewFor(scene) || !color.equals(solidIn);
    Mat pixels = solid.over(scene);
    if (stale) {
      pixels.put(paint.scalar(color));
      solidIn = color;
    }
    opencv_core.addWeighted(scene.pixels(), 1 - opacity, pixels, opacity, 0, scene.pixels());
  }

  /** The part as it was. */
  void restore(Region part) {
    Region seen = part.clip(all);
    if (!seen.isEmpty()) {
      try (Mat from = seen.of(saved.over(scene));
          Mat to = seen.of(scene.pixels())) {
        from.copyTo(to);
      }
    }
  }

  /** The instance's pixels as they were. */
  void restore(Mask instance) {
    Region seen = Region.of(instance).clip(all);
    if (!seen.isEmpty()) {
      try (Mat from = seen.of(saved.over(scene));
          Mat to = seen.of(scene.pixels());
          Mat where = instance.region(seen)) {
        from.copyTo(to, where);
      }
    }
  }

  @Override
  public void close() {
    saved.close();
    solid.close();
    paint.close();
  }
}
