package io.sightline.vision;

import java.util.List;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * Solid colours painted on a copy of parts of a picture, which is then blended into it. Works on
 * the touched parts only. For one thread at a time.
 */
public final class Overlay implements AutoCloseable {
  private final Layer layer = Layer.colors();
  private final Paint paint = new Paint();
  private final Canvas canvas = new Canvas();
  private Image scene;
  private Region all;
  private List<Region> groups;

  /** Begins with a copy of the parts of {@code image} that the next fills touch. */
  public void begin(Image image, List<Region> touched) {
    scene = image;
    all = Region.all(image);
    groups = Region.groups(touched.stream().map(all::clip).toList());
    Mat pixels = layer.over(image);
    for (Region group : groups) {
      try (Mat from = group.of(image.pixels());
          Mat to = group.of(pixels)) {
        from.copyTo(to);
      }
    }
  }

  /** Draws on the copy, to be used for shapes in the touched parts. */
  public Canvas canvas() {
    return canvas.on(layer.over(scene));
  }

  /** Paints a region; what lies outside of the picture is left out. */
  public void fill(Region region, Color color) {
    Region seen = region.clip(all);
    if (!seen.isEmpty()) {
      try (Mat part = seen.of(layer.over(scene))) {
        part.put(paint.scalar(color));
      }
    }
  }

  /** Paints an instance; what lies outside of the picture is left out. */
  public void fill(Mask mask, Color color) {
    Region seen = Region.of(mask).clip(all);
    if (!seen.isEmpty()) {
      try (Mat part = seen.of(layer.over(scene));
          Mat instance = mask.region(seen)) {
        part.setTo(paint.value(color), instance);
      }
    }
  }

  /**
   * Mixes the layer into the picture.
   *
   * @param opacity the layer's share, 0 to 1
   */
  public void blend(double opacity) {
    for (Region group : groups) {
      try (Mat over = group.of(layer.over(scene));
          Mat under = group.of(scene.pixels())) {
        opencv_core.addWeighted(over, opacity, under, 1 - opacity, 0, under);
      }
    }
  }

  @Override
  public void close() {
    layer.close();
    paint.close();
    canvas.close();
  }
}
