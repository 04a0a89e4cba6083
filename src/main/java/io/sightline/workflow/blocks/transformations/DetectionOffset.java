package io.sightline.workflow.blocks.transformations;

import io.sightline.vision.BoundingBox;
import io.sightline.vision.Detection;
import io.sightline.vision.Detections;
import io.sightline.workflow.block.Block;
import io.sightline.workflow.block.BlockException;
import io.sightline.workflow.block.BlockResult;
import io.sightline.workflow.block.DeclaredType;
import io.sightline.workflow.block.Field;
import io.sightline.workflow.block.Forms;
import io.sightline.workflow.block.Manifest;
import io.sightline.workflow.block.StepInput;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Makes boxes larger, by pixels or by a part of their own size, within the picture. */
final class DetectionOffset implements Block {
  private static final String PERCENT = "Percent (%)";

  /** Version 1. */
  public static final class V1 extends DeclaredType {
    private static final Manifest MANIFEST =
        Manifest.of("roboflow_core/detection_offset@v1", "DetectionOffset")
            .described(
                "Detection Offset",
                "transformation",
                "Makes boxes larger, half on each side, within the picture. The detections are"
                    + " new ones; their parents are the old.")
            .field(TransformationFields.predictions("The detections to make larger."))
            .field(
                TransformationFields.positive("offset_width", "How much wider.").alias("offset_x"))
            .field(
                TransformationFields.positive("offset_height", "How much higher.")
                    .alias("offset_y"))
            .field(
                Field.optional(
                    "units",
                    "Pixels",
                    "Whether that is pixels or a part of the box.",
                    Forms.oneOf(PERCENT, "Pixels")))
            .output("predictions", TransformationFields.DETECTIONS)
            .batch("predictions")
            .build();

    public V1() {
      super(MANIFEST, context -> new DetectionOffset());
    }
  }

  @Override
  public BlockResult run(StepInput input) {
    Detections detections = input.detections("predictions");
    if (detections.isEmpty()) {
      return BlockResult.of(detections);
    }
    if (!detections.sized()) {
      throw new BlockException(
          "'image_dimensions': the size of the detections' picture is unknown");
    }
    int width = input.wholeNumber("offset_width");
    int height = input.wholeNumber("offset_height");
    boolean percent = input.text("units").equals(PERCENT);
    List<Detection> larger = new ArrayList<>(detections.size());
    for (Detection d : detections) {
      BoundingBox box = d.box();
      int dx = percent ? part(box.x2() - box.x1(), width) : Math.floorDiv(width, 2);
      int dy = percent ? part(box.y2() - box.y1(), height) : Math.floorDiv(height, 2);
      larger.add(
          new Detection(
              new BoundingBox(
                  Math.max(0, box.x1() - dx),
                  Math.max(0, box.y1() - dy),
                  Math.min(detections.imageWidth(), box.x2() + dx),
                  Math.min(detections.imageHeight(), box.y2() + dy)),
              d.confidence(),
              d.classId(),
              d.className(),
              UUID.randomUUID().toString(),
              d.trackerId(),
              d.parent().named(d.id()),
              d.root(),
              d.attributes()));
    }
    return BlockResult.of(detections.with(larger));
  }

  /** Half of so many hundredths. */
  private static int part(float size, int percent) {
    return (int) (size * percent / 200);
  }
}
