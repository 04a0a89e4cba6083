package io.sightline.vision;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;

/**
 * Shapes that stay the same from frame to frame: drawn once on black, then added to each picture,
 * only where there is something. For one thread at a time.
 */
public final class Stencil implements AutoCloseable {
  private static final int STRIP = 32;

  private final Layer layer = Layer.colors();
  private final Canvas canvas = new Canvas();
  private final Paint paint = new Paint();
  private List<Region> strips = List.of();
  private Object drawn;

  /**
   * Prepares the shapes for a picture.
   *
   * @param shapes what {@code drawing} draws; the same as before where it equals that
   */
  public void prepare(Image image, Object shapes, Consumer<Canvas> drawing) {
    if (shapes.equals(drawn) && !layer.isNewFor(image)) {
      return;
    }
    drawn = null;
    Mat pixels = layer.over(image);
    pixels.put(paint.scalar(Color.BLACK));
    drawing.accept(canvas.on(pixels));
    strips = strips(pixels);
    drawn = shapes;
  }

  private static List<Region> strips(Mat pixels) {
    List<Region> found = new ArrayList<>();
    int channels = pixels.channels();
    for (int y = 0; y < pixels.rows(); y += STRIP) {
      Region rows = new Region(0, y, pixels.cols(), Math.min(y + STRIP, pixels.rows()));
      try (Mat strip = rows.of(pixels);
          Mat bytes = strip.reshape(1);
          Rect inked = opencv_imgproc.boundingRect(bytes)) {
        if (inked.width() > 0) {
          int right = (inked.x() + inked.width() + channels - 1) / channels;
          int top = y + inked.y();
          found.add(new Region(inked.x() / channels, top, right, top + inked.height()));
        }
      }
    }
    return found;
  }

  /**
   * Adds the shapes to the picture that they were prepared for; what gets brighter than white is
   * white.
   *
   * @param opacity factor on the shapes' colours
   */
  public void add(Image image, double opacity) {
    for (Region strip : strips) {
      try (Mat shapes = strip.of(layer.over(image));
          Mat scene = strip.of(image.pixels())) {
        opencv_core.addWeighted(shapes, opacity, scene, 1, 0, scene);
      }
    }
  }

  @Override
  public void close() {
    layer.close();
    canvas.close();
    paint.close();
  }
}
