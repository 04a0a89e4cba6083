package io.sightline.workflow.blocks.visualizations;

import io.sightline.vision.Canvas;
import io.sightline.vision.Color;
import io.sightline.vision.Stencil;
import io.sightline.workflow.block.Field;
import io.sightline.workflow.block.Forms;
import io.sightline.workflow.block.Kind;
import io.sightline.workflow.block.StepInput;
import java.util.List;

/** Brightens zones: adds a share of a colour, which is not mixing. */
final class PolygonZoneVisualization implements Painter {
  private final Stencil stencil = new Stencil();

  private record Shapes(List<?> zone, String color) {}

  /** Version 1. */
  public static final class V1 extends DrawingType {
    public V1() {
      super(
          DrawingFields.drawing(
                  "Polygon Zone Visualization",
                  "Brightens a zone, or several.",
                  "roboflow_core/polygon_zone_visualization@v1")
              .field(
                  Field.required(
                      "zone",
                      "The zone's corners, or lists of them for several zones.",
                      Forms.list(0, Forms.any()),
                      Forms.reference(Kind.LIST_OF_VALUES)))
              .field(DrawingFields.color("color", "#5bb573", "Colour of the zone."))
              .field(Field.fraction("opacity", 0.3, "The colour's share.")),
          PolygonZoneVisualization::new);
    }

    @Override
    boolean keepsInput() {
      return true;
    }
  }

  @Override
  public void paint(StepInput input, Canvas canvas) {
    List<?> zone = input.list("zone");
    if (zone.isEmpty()) {
      return;
    }
    double opacity = DrawingFields.share(input, "opacity");
    Shapes shapes = new Shapes(zone, input.text("color"));
    stencil.prepare(canvas.image(), shapes, onto -> draw(shapes, onto));
    stencil.add(canvas.image(), opacity);
  }

  private static void draw(Shapes shapes, Canvas canvas) {
    canvas.polygons(PointLists.polygons("zone", shapes.zone), Color.parse(shapes.color));
  }

  @Override
  public void close() {
    stencil.close();
  }
}
