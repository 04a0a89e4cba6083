package io.sightline.workflow.blocks.visualizations;

import io.sightline.vision.BoundingBox;
import io.sightline.vision.Canvas;
import io.sightline.vision.Color;
import io.sightline.vision.Detection;
import io.sightline.vision.Image;
import io.sightline.workflow.block.Block;
import io.sightline.workflow.block.BlockContext;
import io.sightline.workflow.block.BlockResult;
import io.sightline.workflow.block.BlockType;
import io.sightline.workflow.block.Field;
import io.sightline.workflow.block.Forms;
import io.sightline.workflow.block.Kind;
import io.sightline.workflow.block.Manifest;
import io.sightline.workflow.block.StepInput;

/** Draws the boxes of detections. */
final class BoundingBoxVisualization implements Block {
  private static final int MAX_THICKNESS = 1000;

  private final Canvas canvas = new Canvas();
  private final DetectionColors colors = new DetectionColors();

  /** Version 1. */
  public static final class V1 implements BlockType {
    private static final Manifest MANIFEST =
        Manifest.of("roboflow_core/bounding_box_visualization@v1", "BoundingBoxVisualization")
            .described(
                "Bounding Box Visualization", "visualization", "Draws a box around each detection.")
            .fields(DrawingFields.all())
            .field(DrawingFields.wholeNumber("thickness", 2, "Thickness of the lines, pixels."))
            .field(
                Field.optional(
                    "roundness",
                    0.0,
                    "How round the corners are: 0 not at all, 1 as far as it goes.",
                    Forms.number(0, 1),
                    Forms.reference(Kind.FLOAT_ZERO_TO_ONE)))
            .output("image", Kind.IMAGE)
            .build();

    @Override
    public Manifest manifest() {
      return MANIFEST;
    }

    @Override
    public Block create(BlockContext context) {
      return new BoundingBoxVisualization();
    }
  }

  @Override
  public BlockResult run(StepInput input) {
    colors.use(input);
    int thickness = DrawingFields.within(input, "thickness", -1, MAX_THICKNESS);
    double roundness = input.number("roundness");
    Image image = DrawingFields.target(input);
    canvas.on(image);
    int place = 0;
    for (Detection detection : input.detections("predictions")) {
      Color color = colors.of(detection, place++);
      draw(detection.box(), color, thickness, roundness);
    }
    return BlockResult.of(image);
  }

  private void draw(BoundingBox box, Color color, int thickness, double roundness) {
    int x1 = (int) box.x1();
    int y1 = (int) box.y1();
    int x2 = (int) box.x2();
    int y2 = (int) box.y2();
    if (roundness == 0) {
      canvas.rectangle(x1, y1, x2, y2, color, thickness);
    } else {
      boolean upright = Math.abs(x1 - x2) < Math.abs(y1 - y2);
      int half = Math.floorDiv(upright ? x2 - x1 : y2 - y1, 2);
      canvas.roundedRectangle(x1, y1, x2, y2, (int) (half * roundness), color, thickness);
    }
  }

  @Override
  public void close() {
    canvas.close();
  }
}
