package io.sightline.workflow.blocks.visualizations;

import io.sightline.vision.Canvas;
import io.sightline.vision.Color;
import io.sightline.vision.Detections;
import io.sightline.vision.Mask;
import io.sightline.vision.Overlay;
import io.sightline.vision.Region;
import io.sightline.workflow.block.Field;
import io.sightline.workflow.block.Forms;
import io.sightline.workflow.block.Kind;
import io.sightline.workflow.block.StepInput;
import java.util.List;

/** Tints the pixels of instances, small ones over large ones. */
final class MaskVisualization implements Painter {
  private final DetectionColors colors = new DetectionColors();
  private final Overlay overlay = new Overlay();

  /** Version 1. */
  public static final class V1 extends DrawingType {
    public V1() {
      super(
          DrawingFields.drawing(
                  "Mask Visualization",
                  "Tints the pixels of each instance.",
                  "roboflow_core/mask_visualization@v1",
                  "MaskVisualization")
              .field(
                  Field.required(
                      "predictions",
                      "The instances to draw.",
                      Forms.reference(
                          Kind.INSTANCE_SEGMENTATION_PREDICTION,
                          Kind.RLE_INSTANCE_SEGMENTATION_PREDICTION,
                          Kind.SEMANTIC_SEGMENTATION_PREDICTION)))
              .fields(DrawingFields.colors())
              .field(Field.fraction("opacity", 0.5, "The colour's share.")),
          MaskVisualization::new);
    }
  }

  @Override
  public void paint(StepInput input, Canvas canvas) {
    colors.use(input);
    double opacity = DrawingFields.share(input, "opacity");
    Detections detections = input.detections("predictions");
    List<Mask> masks = Masks.decoded(detections);
    if (masks.isEmpty()) {
      return;
    }
    overlay.begin(canvas.image(), masks.stream().map(Region::of).toList());
    for (int place : Masks.largestFirst(masks)) {
      Color color = colors.of(detections.items().get(place), place);
      overlay.fill(masks.get(place), color);
    }
    overlay.blend(opacity);
  }

  @Override
  public void close() {
    overlay.close();
  }
}
