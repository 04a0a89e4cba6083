package io.sightline.workflow.blocks.geometry;

import io.sightline.vision.Attribute;
import io.sightline.vision.Detection;
import io.sightline.vision.Detections;
import io.sightline.vision.Mask;
import io.sightline.workflow.block.Block;
import io.sightline.workflow.block.BlockException;
import io.sightline.workflow.block.BlockResult;
import io.sightline.workflow.block.DeclaredType;
import io.sightline.workflow.block.Field;
import io.sightline.workflow.block.Forms;
import io.sightline.workflow.block.Kind;
import io.sightline.workflow.block.Manifest;
import io.sightline.workflow.block.StepInput;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Makes zones of masks: convex polygons with as many corners as wanted. */
final class DynamicZone implements Block {
  private static final int MAX_CORNERS = 1000;
  private static final int MAX_COORDINATE = 1 << 24;
  private static final double EMPTY = 1.1920929e-7;

  /** Version 1. */
  public static final class V1 extends DeclaredType {
    private static final Manifest MANIFEST =
        Manifest.of("roboflow_core/dynamic_zone@v1", "DynamicZone")
            .described(
                "Dynamic Zone",
                "transformation",
                "Makes zones of masks: convex polygons with as many corners as wanted.")
            .field(
                Field.required(
                    "predictions",
                    "Objects with masks.",
                    Forms.reference(Kind.INSTANCE_SEGMENTATION_PREDICTION)))
            .field(
                Field.required(
                    "required_number_of_vertices",
                    "Corners of each polygon.",
                    Forms.wholeNumber(),
                    Forms.reference(Kind.INTEGER)))
            .field(
                Field.optional(
                    "scale_ratio",
                    1.0,
                    "How much larger the polygon is made, from its centre.",
                    Forms.number(),
                    Forms.reference(Kind.FLOAT)))
            .field(
                Field.optional(
                    "apply_least_squares",
                    false,
                    "Whether edges are laid along the mask's outline.",
                    Forms.flag(),
                    Forms.reference(Kind.BOOLEAN)))
            .field(
                Field.optional(
                    "midpoint_fraction",
                    1.0,
                    "The part of the outline in the middle of an edge that it is laid along.",
                    Forms.number(),
                    Forms.reference(Kind.FLOAT_ZERO_TO_ONE)))
            .output("zones", Kind.LIST_OF_VALUES)
            .output("predictions", Kind.INSTANCE_SEGMENTATION_PREDICTION)
            .output("simplification_converged", Kind.BOOLEAN)
            .batch("predictions")
            .build();

    public V1() {
      super(MANIFEST, context -> new DynamicZone());
    }
  }

  @Override
  public BlockResult run(StepInput input) {
    Detections detections = input.detections("predictions");
    if (!detections.masked()) {
      return BlockResult.of(List.of(), null, false);
    }
    int wanted = input.wholeNumber("required_number_of_vertices");
    if (wanted < 1 || wanted > MAX_CORNERS) {
      throw new BlockException(
          "required_number_of_vertices must be 1 to %d, not %d".formatted(MAX_CORNERS, wanted));
    }
    MaskBudget masks = new MaskBudget();
    boolean converged = true;
    List<Object> zones = new ArrayList<>(detections.size());
    List<Detection> zoned = new ArrayList<>(detections.size());
    for (Detection detection : detections) {
      Mask mask = Outlines.mask(detection);
      int[][] drawn = drawn(input, Outlines.longest(mask), wanted);
      converged &= drawn.length == wanted;
      int[][] zone = scaled(exactly(drawn, wanted), input.number("scale_ratio"));
      zones.add(Arrays.stream(zone).map(p -> List.of(p[0], p[1])).toList());
      Mask filled = Mask.ofPolygon(mask.imageWidth(), mask.imageHeight(), zone);
      masks.spend(filled);
      zoned.add(detection.with(Attribute.POLYGON, zone).with(Attribute.MASK, filled));
    }
    return BlockResult.of(zones, detections.with(zoned), converged);
  }

  private static int[][] drawn(StepInput input, int[][] outline, int wanted) {
    int[][] corners;
    try (ConvexPolygon hull = new ConvexPolygon(outline)) {
      corners = hull.withCorners(wanted);
    }
    return input.flag("apply_least_squares")
        ? new FittedEdges(outline, input.number("midpoint_fraction")).fit(corners)
        : corners;
  }

  /** The last corner repeated, or the last ones left out. */
  private static int[][] exactly(int[][] corners, int wanted) {
    int[][] exact = Arrays.copyOf(corners, wanted);
    for (int i = corners.length; i < wanted; i++) {
      exact[i] = corners[corners.length - 1];
    }
    return exact;
  }

  /** From the centre of the polygon's area; unchanged where it has none. */
  private static int[][] scaled(int[][] polygon, double ratio) {
    if (ratio == 1) {
      return polygon;
    }
    double area = 0;
    double acrossX = 0;
    double acrossY = 0;
    for (int i = 0, j = polygon.length - 1; i < polygon.length; j = i++) {
      double product =
          (double) polygon[j][0] * polygon[i][1] - (double) polygon[i][0] * polygon[j][1];
      area += product;
      acrossX += product * ((double) polygon[j][0] + polygon[i][0]);
      acrossY += product * ((double) polygon[j][1] + polygon[i][1]);
    }
    if (Math.abs(area) <= EMPTY) {
      return polygon;
    }
    double centerX = acrossX / 6 / (area / 2);
    double centerY = acrossY / 6 / (area / 2);
    int[][] scaled = new int[polygon.length][];
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] =
          new int[] {moved(polygon[i][0], centerX, ratio), moved(polygon[i][1], centerY, ratio)};
    }
    return scaled;
  }

  private static int moved(int value, double center, double ratio) {
    double moved = Math.rint((value - center) * ratio + center);
    if (!(Math.abs(moved) <= MAX_COORDINATE)) {
      throw new BlockException(
          "scale_ratio %s moves a corner to %s, farther than %d pixels"
              .formatted(ratio, moved, MAX_COORDINATE));
    }
    return (int) moved;
  }
}
