package io.sightline.workflow.blocks.geometry;

import io.sightline.vision.Attribute;
import io.sightline.vision.BoundingBox;
import io.sightline.vision.Detection;
import io.sightline.vision.Detections;
import io.sightline.vision.Mask;
import io.sightline.vision.Polygons;
import io.sightline.vision.RotatedRectangle;
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
import java.util.List;

/** Puts the smallest rotated rectangle in the place of each mask. */
final class BoundingRect implements Block {
  /** Version 1. */
  public static final class V1 extends DeclaredType {
    private static final Manifest MANIFEST =
        Manifest.of("roboflow_core/bounding_rect@v1")
            .described(
                "Bounding Rectangle",
                "transformation",
                "Puts the smallest rotated rectangle in the place of each mask.")
            .field(
                Field.required(
                    "predictions",
                    "Objects with masks.",
                    Forms.reference(Kind.INSTANCE_SEGMENTATION_PREDICTION)))
            .output("detections_with_rect", Kind.INSTANCE_SEGMENTATION_PREDICTION)
            .build();

    public V1() {
      super(MANIFEST, context -> new BoundingRect());
    }
  }

  @Override
  public BlockResult run(StepInput input) {
    Detections detections = input.detections("predictions");
    if (!detections.masked()) {
      throw new BlockException(
          "Mask missing. This block operates on output from segmentation model.");
    }
    List<Detection> turned = new ArrayList<>(detections.size());
    for (Detection detection : detections) {
      turned.add(turned(detection));
    }
    return BlockResult.of(detections.with(turned));
  }

  private static Detection turned(Detection detection) {
    Mask mask = Outlines.mask(detection);
    RotatedRectangle rectangle = RotatedRectangle.around(Outlines.longest(mask));
    int[][] corners = new int[4][];
    double[] told = new double[11];
    told[0] = HalfPrecision.round(rectangle.angle());
    told[1] = HalfPrecision.round(rectangle.width());
    told[2] = HalfPrecision.round(rectangle.height());
    for (int i = 0; i < corners.length; i++) {
      float[] corner = rectangle.corners()[i];
      corners[i] = new int[] {(int) corner[0], (int) corner[1]};
      told[3 + 2 * i] = HalfPrecision.round(corners[i][0]);
      told[4 + 2 * i] = HalfPrecision.round(corners[i][1]);
    }
    BoundingBox box = Polygons.box(corners);
    return detection
        .withBox(box)
        .with(Attribute.MASK, Mask.ofPolygon(mask.imageWidth(), mask.imageHeight(), corners))
        .with(Attribute.BOUNDING_RECT, told);
  }
}
