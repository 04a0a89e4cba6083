package io.sightline.workflow.blocks.visualizations;

import io.sightline.vision.Canvas;
import io.sightline.vision.Detection;
import io.sightline.vision.Detections;
import io.sightline.vision.Overlay;
import io.sightline.vision.Region;
import io.sightline.workflow.block.Field;
import io.sightline.workflow.block.StepInput;
import java.util.List;

/** Tints the boxes of detections. */
final class ColorVisualization implements Painter {
  private final DetectionColors colors = new DetectionColors();
  private final Overlay overlay = new Overlay();

  /** Version 1. */
  public static final class V1 extends DrawingType {
    public V1() {
      super(
          DrawingFields.drawing(
                  "Color Visualization",
                  "Tints the box of each detection.",
                  "roboflow_core/color_visualization@v1",
                  "ColorVisualization")
              .field(DrawingFields.predictions())
              .fields(DrawingFields.colors())
              .field(Field.fraction("opacity", 0.5, "The colour's share.")),
          ColorVisualization::new);
    }
  }

  @Override
  public void paint(StepInput input, Canvas canvas) {
    colors.use(input);
    double opacity = DrawingFields.share(input, "opacity");
    Detections detections = input.detections("predictions");
    List<Region> boxes = detections.items().stream().map(d -> Region.filled(d.box())).toList();
    overlay.begin(canvas.image(), boxes);
    int place = 0;
    for (Detection detection : detections) {
      overlay.fill(boxes.get(place), colors.of(detection, place));
      place++;
    }
    overlay.blend(opacity);
  }

  @Override
  public void close() {
    overlay.close();
  }
}
