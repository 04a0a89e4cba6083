package io.sightline.workflow.blocks.visualizations;

import io.sightline.vision.Canvas;
import io.sightline.vision.Color;
import io.sightline.vision.Detections;
import io.sightline.vision.Image;
import io.sightline.vision.Mask;
import io.sightline.vision.Region;
import io.sightline.workflow.block.Field;
import io.sightline.workflow.block.StepInput;
import java.util.List;

/** Tints everything but the detections: their masks, or their boxes where they have none. */
final class BackgroundColorVisualization implements Painter {
  private final Backdrop backdrop = new Backdrop();

  /** Version 1. */
  public static final class V1 extends DrawingType {
    public V1() {
      super(
          DrawingFields.drawing(
                  "Background Color Visualization",
                  "Tints everything but the detections.",
                  "roboflow_core/background_color_visualization@v1",
                  "BackgroundColorVisualization")
              .field(DrawingFields.predictions())
              .field(DrawingFields.color("color", "BLACK", "Colour of the tint."))
              .field(Field.fraction("opacity", 0.5, "The colour's share.")),
          BackgroundColorVisualization::new);
    }

    @Override
    boolean keepsInput() {
      return true;
    }
  }

  @Override
  public void paint(StepInput input, Canvas canvas) {
    Color color = Color.parse(input.text("color"));
    double opacity = DrawingFields.share(input, "opacity");
    Image image = canvas.image();
    Detections detections = input.detections("predictions");
    List<Mask> masks = Masks.of(detections);
    List<Region> kept = masks.stream().map(Region::of).toList();
    if (masks.isEmpty()) {
      kept = Boxes.sliced(detections, image);
    }
    backdrop.save(image, kept);
    backdrop.tint(color, opacity);
    for (int i = 0; i < kept.size(); i++) {
      if (masks.isEmpty()) {
        backdrop.restore(kept.get(i));
      } else {
        backdrop.restore(masks.get(i));
      }
    }
  }

  @Override
  public void close() {
    backdrop.close();
  }
}
