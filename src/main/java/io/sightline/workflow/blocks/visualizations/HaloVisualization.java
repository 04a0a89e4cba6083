package io.sightline.workflow.blocks.visualizations;

import io.sightline.vision.Canvas;
import io.sightline.vision.Color;
import io.sightline.vision.Detections;
import io.sightline.vision.Image;
import io.sightline.vision.Mask;
import io.sightline.vision.Region;
import io.sightline.workflow.block.Field;
import io.sightline.workflow.block.Manifest;
import io.sightline.workflow.block.StepInput;
import java.util.ArrayList;
import java.util.List;

/** Surrounds instances with a glow. */
final class HaloVisualization implements Painter {
  private static final int KERNEL_OF_VERSION_1 = 40;

  private final boolean first;
  private final DetectionColors colors = new DetectionColors();
  private final Glow glow = new Glow();

  private HaloVisualization(boolean first) {
    this.first = first;
  }

  /**
   * Version 1, as it is in the reference: the glow has always the same width, detections without
   * masks glow around their boxes, and a picture where nothing glows comes out black.
   */
  public static final class V1 extends DrawingType {
    public V1() {
      super(
          begin("roboflow_core/halo_visualization@v1", "HaloVisualization"),
          () -> new HaloVisualization(true));
    }
  }

  /** Version 2: detections without masks leave the picture as it is. */
  public static final class V2 extends DrawingType {
    public V2() {
      super(begin("roboflow_core/halo_visualization@v2"), () -> new HaloVisualization(false));
    }
  }

  private static Manifest.Builder begin(String type, String... aliases) {
    return DrawingFields.drawing(
            "Halo Visualization", "Surrounds each instance with a glow.", type, aliases)
        .field(DrawingFields.instances())
        .fields(DrawingFields.colors())
        .field(Field.fraction("opacity", 0.8, "The glow's share."))
        .field(DrawingFields.wholeNumber("kernel_size", 40, "Width of the glow, pixels."));
  }

  @Override
  public void paint(StepInput input, Canvas canvas) {
    colors.use(input);
    double opacity = DrawingFields.share(input, "opacity");
    int kernel = DrawingFields.within(input, "kernel_size", 1, DrawingFields.MAX_KERNEL);
    Detections detections = input.detections("predictions");
    List<Mask> shapes = shapes(detections, canvas.image());
    if (shapes.isEmpty() && !first) {
      return;
    }
    List<Color> shades = new ArrayList<>(shapes.size());
    for (int place = 0; place < shapes.size(); place++) {
      shades.add(colors.of(detections.items().get(place), place));
    }
    List<Region> regions = shapes.stream().map(Region::of).toList();
    glow.begin(canvas.image(), regions, first ? KERNEL_OF_VERSION_1 : kernel);
    for (int place : Masks.largestFirst(shapes)) {
      glow.add(shapes.get(place), shades.get(place));
    }
    glow.blend(opacity);
  }

  private List<Mask> shapes(Detections detections, Image image) {
    List<Mask> masks = Masks.of(detections);
    return first && masks.isEmpty()
        ? Boxes.sliced(detections, image).stream().map(box -> Masks.filled(box, image)).toList()
        : masks;
  }

  @Override
  public void close() {
    glow.close();
  }
}
