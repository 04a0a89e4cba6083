package io.sightline.workflow.blocks.fusion;

import io.sightline.vision.Detection;
import io.sightline.vision.Detections;
import io.sightline.vision.DetectionsUnion;
import io.sightline.vision.Image;
import io.sightline.vision.ImageOrigin;
import io.sightline.vision.Mask;
import io.sightline.vision.Shift;
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

/** Moves what was found on the parts of a picture back to it. */
final class DetectionsStitch implements Block {
  private static final Kind[] KINDS = {
    Kind.OBJECT_DETECTION_PREDICTION, Kind.INSTANCE_SEGMENTATION_PREDICTION
  };

  /** Version 1. */
  public static final class V1 extends DeclaredType {
    private static final Manifest MANIFEST =
        Manifest.of("roboflow_core/detections_stitch@v1")
            .described(
                "Detections Stitch",
                "fusion",
                "Moves what was found on the parts of a picture, such as slices, back to it.")
            .remark("joins three and more overlapping detections as supervision 0.29 does")
            .field(
                Field.required(
                    "reference_image",
                    "The picture that the parts were cut from.",
                    Forms.reference(Kind.IMAGE)))
            .field(
                Field.required(
                    "predictions", "What was found on each part.", Forms.reference(KINDS)))
            .field(
                Field.optional(
                    "overlap_filtering_strategy",
                    "nms",
                    "What happens to detections that overlap: nothing, the surest one stays, or"
                        + " they become one.",
                    Forms.oneOf("none", "nms", "nmm"),
                    Forms.reference(Kind.STRING)))
            .field(
                Field.optional(
                    "iou_threshold",
                    0.3,
                    "Intersection over union from which they overlap.",
                    Forms.number(0, 1),
                    Forms.reference(Kind.FLOAT_ZERO_TO_ONE)))
            .output("predictions", KINDS)
            .inputOffset("predictions", 1, "reference_image")
            .build();

    public V1() {
      super(MANIFEST, context -> new DetectionsStitch());
    }
  }

  @Override
  public BlockResult run(StepInput input) {
    Image image = input.image("reference_image");
    List<Detections> moved = new ArrayList<>();
    for (Object part : input.list("predictions")) {
      moved.add(moved((Detections) part, image));
    }
    Detections all = DetectionsUnion.of(moved);
    double threshold = input.number("iou_threshold");
    String strategy = input.text("overlap_filtering_strategy");
    if (all.isEmpty() || strategy.equals("none")) {
      return BlockResult.of(all);
    }
    if (!(threshold >= 0 && threshold <= 1)) {
      throw new BlockException(
          "Value of `iou_threshold` must be in the closed range from 0 to 1, %s given."
              .formatted(threshold));
    }
    return BlockResult.of(
        switch (strategy) {
          case "nms" -> NonMaximumSuppression.of(all, threshold);
          case "nmm" -> NonMaximumMerging.of(all, threshold);
          default -> throw new BlockException("Invalid overlap filtering strategy: " + strategy);
        });
  }

  private static Detections moved(Detections part, Image image) {
    if (part.isEmpty()) {
      return part;
    }
    ImageOrigin place = part.items().get(0).parent();
    if (!place.placed()) {
      throw new BlockException(
          "Offset for crops is expected to be saved in data key parent_coordinates of"
              + " sv.Detections, but could not be found. Probably block producing sv.Detections"
              + " lack this part of implementation or has a bug.");
    }
    Shift shift = new Shift(place.offsetX(), place.offsetY());
    List<Detection> moved = new ArrayList<>(part.size());
    for (Detection d : part) {
      Mask mask = d.mask();
      if (mask != null) {
        mask = mask.moved(shift.dx(), shift.dy(), image.width(), image.height());
      }
      moved.add(
          new Detection(
              shift.of(d.box()),
              d.confidence(),
              d.classId(),
              d.className(),
              d.id(),
              d.trackerId(),
              image.parent(),
              image.root(),
              shift.of(d.attributes(), mask)));
    }
    return new Detections(moved, image.width(), image.height());
  }
}
