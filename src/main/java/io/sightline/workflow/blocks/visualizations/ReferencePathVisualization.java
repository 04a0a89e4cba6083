package io.sightline.workflow.blocks.visualizations;

import io.sightline.vision.Canvas;
import io.sightline.vision.Color;
import io.sightline.workflow.block.BlockException;
import io.sightline.workflow.block.Field;
import io.sightline.workflow.block.Forms;
import io.sightline.workflow.block.Kind;
import io.sightline.workflow.block.StepInput;

/** Draws a path that objects should follow. */
final class ReferencePathVisualization implements Painter {
  /** Version 1. */
  public static final class V1 extends DrawingType {
    public V1() {
      super(
          DrawingFields.drawing(
                  "Reference Path Visualization",
                  "Draws a path that objects should follow.",
                  "roboflow_core/reference_path_visualization@v1")
              .field(
                  Field.required(
                      "reference_path",
                      "The path's points.",
                      Forms.list(0, Forms.any()),
                      Forms.reference(Kind.LIST_OF_VALUES)))
              .field(DrawingFields.color("color", "#5bb573", "Colour of the path."))
              .field(Field.positive("thickness", 2, "Thickness of the path, pixels.")),
          ReferencePathVisualization::new);
    }
  }

  @Override
  public void paint(StepInput input, Canvas canvas) {
    int[][] points = PointLists.points("reference_path", input.list("reference_path"));
    if (points.length == 0) {
      throw new BlockException("reference_path must have at least one point");
    }
    Color color = Color.parse(input.text("color"));
    canvas.path(points, false, color, DrawingFields.thickness(input, "thickness", 0));
  }
}
