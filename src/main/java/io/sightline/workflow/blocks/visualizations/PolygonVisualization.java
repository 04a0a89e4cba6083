package io.sightline.workflow.blocks.visualizations;

import io.sightline.vision.BoundingBox;
import io.sightline.vision.Canvas;
import io.sightline.vision.Color;
import io.sightline.vision.Detection;
import io.sightline.vision.Mask;
import io.sightline.vision.Region;
import io.sightline.workflow.block.Manifest;
import io.sightline.workflow.block.StepInput;
import java.util.List;

/**
 * Draws the outlines of instances.
 *
 * @param boxes whether a detection's box says which part of its mask counts, and is drawn itself
 *     where there is no mask
 */
record PolygonVisualization(int thickness, boolean boxes) implements EachDetection.Shape {
  private static final int MIN_POINTS = 3;

  /** Version 1: of a mask what lies in the detection's box; the box itself without a mask. */
  public static final class V1 extends DrawingType {
    public V1() {
      super(
          begin("roboflow_core/polygon_visualization@v1", "PolygonVisualization"),
          () -> new EachDetection(input -> of(input, true)));
    }
  }

  /** Version 2: whole masks; nothing without a mask. */
  public static final class V2 extends DrawingType {
    public V2() {
      super(
          begin("roboflow_core/polygon_visualization@v2"),
          () -> new EachDetection(input -> of(input, false)));
    }
  }

  private static Manifest.Builder begin(String type, String... aliases) {
    return DrawingFields.drawing(
            "Polygon Visualization", "Draws the outline of each instance.", type, aliases)
        .field(DrawingFields.instances())
        .fields(DrawingFields.colors())
        .field(DrawingFields.wholeNumber("thickness", 2, "Thickness of the lines, pixels."));
  }

  private static PolygonVisualization of(StepInput input, boolean boxes) {
    return new PolygonVisualization(DrawingFields.thickness(input, "thickness", 0), boxes);
  }

  @Override
  public void draw(Canvas canvas, Detection detection, Color color) {
    Mask mask = detection.mask();
    if (mask != null) {
      List<int[][]> outlines = boxes ? mask.contours(Region.of(detection.box())) : mask.contours();
      for (int[][] outline : outlines) {
        if (outline.length >= MIN_POINTS) {
          canvas.path(outline, true, color, thickness);
        }
      }
    } else if (boxes) {
      BoundingBox box = detection.box();
      canvas.rectangle(
          (int) box.x1(), (int) box.y1(), (int) box.x2(), (int) box.y2(), color, thickness);
    }
  }
}
