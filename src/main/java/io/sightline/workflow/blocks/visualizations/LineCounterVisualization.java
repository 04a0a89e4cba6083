package io.sightline.workflow.blocks.visualizations;

import io.sightline.vision.Canvas;
import io.sightline.vision.Color;
import io.sightline.vision.Stencil;
import io.sightline.vision.TextStyle;
import io.sightline.workflow.block.BlockException;
import io.sightline.workflow.block.Field;
import io.sightline.workflow.block.Forms;
import io.sightline.workflow.block.Kind;
import io.sightline.workflow.block.StepInput;
import java.util.List;

/** Brightens a line and writes at its beginning how much has crossed it. */
final class LineCounterVisualization implements Painter {
  private final Stencil stencil = new Stencil();

  private record Line(List<?> zone, String color, int thickness) {}

  /** Version 1. */
  public static final class V1 extends DrawingType {
    public V1() {
      super(
          DrawingFields.drawing(
                  "Line Counter Visualization",
                  "Brightens a line and writes the counts at its beginning.",
                  "roboflow_core/line_counter_visualization@v1")
              .field(
                  Field.required(
                      "zone",
                      "The line's two points.",
                      Forms.list(0, Forms.any()),
                      Forms.reference(Kind.LIST_OF_VALUES)))
              .field(DrawingFields.color("color", "#5bb573", "Colour of the line."))
              .field(DrawingFields.wholeNumber("thickness", 2, "Thickness of the line, pixels."))
              .field(LabelFields.thickness())
              .field(LabelFields.scale())
              .field(DrawingFields.wholeNumber("count_in", 0, "How many went in."))
              .field(DrawingFields.wholeNumber("count_out", 0, "How many went out."))
              .field(Field.fraction("opacity", 0.3, "The colour's share.")),
          LineCounterVisualization::new);
    }

    @Override
    boolean keepsInput() {
      return true;
    }
  }

  @Override
  public void paint(StepInput input, Canvas canvas) {
    double opacity = DrawingFields.share(input, "opacity");
    TextStyle style =
        new TextStyle(
            LabelFields.scale(input), DrawingFields.thickness(input, "text_thickness", 1));
    Line line =
        new Line(
            input.list("zone"),
            input.text("color"),
            DrawingFields.thickness(input, "thickness", 1));
    int[][] points = points(line.zone);
    stencil.prepare(canvas.image(), line, onto -> draw(points, line, onto));
    stencil.add(canvas.image(), opacity);
    String counts =
        "in: %d, out: %d".formatted(input.wholeNumber("count_in"), input.wholeNumber("count_out"));
    write(canvas, counts, points[0][0], points[0][1], style);
  }

  private static int[][] points(List<?> zone) {
    int[][] points = PointLists.points("zone", zone);
    if (points.length < 2) {
      throw new BlockException("zone must be two points, not " + points.length);
    }
    return points;
  }

  private static void draw(int[][] points, Line line, Canvas canvas) {
    canvas.line(
        points[0][0],
        points[0][1],
        points[1][0],
        points[1][1],
        Color.parse(line.color),
        line.thickness);
  }

  private static void write(Canvas canvas, String text, int x, int y, TextStyle style) {
    TextStyle.Extent extent = canvas.extent(text, style);
    int left = x - extent.width() / 2;
    int top = y - extent.height() / 2;
    canvas.rectangle(
        left, top, left + extent.width(), top + extent.height(), Color.WHITE, Canvas.FILLED);
    canvas.text(text, left, y + extent.height() / 2, style, Color.BLACK);
  }

  @Override
  public void close() {
    stencil.close();
  }
}
