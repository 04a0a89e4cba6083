package io.sightline.workflow.blocks.transformations;

import io.sightline.vision.BoundingBox;
import io.sightline.vision.CropArea;
import io.sightline.vision.Detection;
import io.sightline.vision.Detections;
import io.sightline.vision.Image;
import io.sightline.vision.Mask;
import io.sightline.vision.Shift;
import io.sightline.vision.VideoMetadata;
import io.sightline.workflow.block.Block;
import io.sightline.workflow.block.BlockResult;
import io.sightline.workflow.block.DeclaredType;
import io.sightline.workflow.block.Field;
import io.sightline.workflow.block.Forms;
import io.sightline.workflow.block.Kind;
import io.sightline.workflow.block.Manifest;
import io.sightline.workflow.block.StepInput;
import java.util.ArrayList;
import java.util.List;

/** Cuts the part of a picture under each detection. */
final class DynamicCrop implements Block {
  private static final BlockResult.Values NOTHING = BlockResult.of(null, null);

  private final BackgroundColor color = new BackgroundColor();
  private final Background background = new Background();

  /** Version 1. */
  public static final class V1 extends DeclaredType {
    private static final Manifest MANIFEST =
        Manifest.of("roboflow_core/dynamic_crop@v1", "DynamicCrop", "Crop")
            .described(
                "Dynamic Crop",
                "transformation",
                "Cuts the part of a picture under each detection, a picture for each.")
            .remark("also cuts from grey pictures")
            .field(TransformationFields.images("The pictures to cut from."))
            .field(
                TransformationFields.predictions("Where to cut; each box gives a part.")
                    .alias("detections"))
            .field(
                Field.optional(
                    "mask_opacity",
                    0.0,
                    "How much the colour covers what is outside of a mask: 0 nothing, 1 all.",
                    Forms.reference(Kind.FLOAT_ZERO_TO_ONE),
                    Forms.number(0, 1)))
            .field(
                Field.optional(
                    "background_color",
                    List.of(0, 0, 0),
                    "The colour outside of a mask: #RRGGBB, #RGB, (R, G, B) or three numbers.",
                    Forms.reference(Kind.STRING, Kind.RGB_COLOR),
                    Forms.text(),
                    Forms.tuple(3, Forms.wholeNumber())))
            .output("crops", Kind.IMAGE)
            .output("predictions", TransformationFields.DETECTIONS)
            .outputOffset(1)
            .batch("images", "predictions")
            .build();

    public V1() {
      super(MANIFEST, context -> new DynamicCrop());
    }
  }

  @Override
  public BlockResult run(StepInput input) {
    Image image = input.image("images");
    Detections detections = input.detections("predictions");
    input.checkElements(detections.size());
    List<BlockResult.Values> crops = new ArrayList<>(detections.size());
    for (Detection detection : detections) {
      crops.add(crop(input, image, detection, detections));
    }
    return new BlockResult.Elements(crops);
  }

  private BlockResult.Values crop(
      StepInput input, Image image, Detection detection, Detections detections) {
    BoundingBox box = detection.box();
    CropArea area =
        CropArea.between(
            image, rounded(box.x1()), rounded(box.y1()), rounded(box.x2()), rounded(box.y2()));
    if (area == null) {
      return NOTHING;
    }
    String id = detection.id();
    Image crop = input.crop(image, area, id, VideoMetadata.unknown(id));
    Mask mask = detection.mask();
    if (mask != null) {
      mask = mask.moved(-area.left(), -area.top(), area.width(), area.height());
      double opacity = input.number("mask_opacity");
      if (opacity > 0) {
        background.cover(crop, mask, color.of(input.value("background_color")), opacity);
      }
    }
    List<Detection> moved = List.of(onCrop(detection, area, mask));
    return BlockResult.of(
        crop, new Detections(moved, detections.imageWidth(), detections.imageHeight()));
  }

  private static long rounded(float edge) {
    return (int) Math.rint(edge);
  }

  /** The detection in pixels of the part; it still says that it was found on the whole picture. */
  private static Detection onCrop(Detection d, CropArea area, Mask mask) {
    Shift shift = new Shift(-area.offsetX(), -area.offsetY());
    return shift.of(d, d.parent(), d.root(), mask);
  }

  @Override
  public void close() {
    background.close();
  }
}
