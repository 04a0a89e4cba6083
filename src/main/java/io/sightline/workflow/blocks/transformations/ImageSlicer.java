package io.sightline.workflow.blocks.transformations;

import io.sightline.vision.CropArea;
import io.sightline.vision.Image;
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
import java.util.UUID;

/** Cuts a picture into overlapping slices, row after row, for the detection of small objects. */
final class ImageSlicer implements Block {
  private final boolean pushedBack;

  /**
   * @param pushedBack true for slices of one size, the last ones pushed back inside of the picture
   */
  private ImageSlicer(boolean pushedBack) {
    this.pushedBack = pushedBack;
  }

  /** Version 1: slices at the right and the bottom edge are smaller. */
  public static final class V1 extends DeclaredType {
    private static final Manifest MANIFEST = ImageSlicer.manifest("v1");

    public V1() {
      super(MANIFEST, context -> new ImageSlicer(false));
    }
  }

  /** Version 2: all slices have one size. */
  public static final class V2 extends DeclaredType {
    private static final Manifest MANIFEST = ImageSlicer.manifest("v2");

    public V2() {
      super(MANIFEST, context -> new ImageSlicer(true));
    }
  }

  private static Manifest manifest(String version) {
    return Manifest.of("roboflow_core/image_slicer@" + version)
        .described(
            "Image Slicer",
            "transformation",
            "Cuts a picture into overlapping slices, for the detection of small objects.")
        .field(
            Field.required("image", "The picture to cut.", Forms.reference(Kind.IMAGE))
                .alias("images"))
        .field(size("slice_width", "Width of a slice, pixels."))
        .field(size("slice_height", "Height of a slice, pixels."))
        .field(overlap("overlap_ratio_width", "How much neighbours share, of a slice's width."))
        .field(overlap("overlap_ratio_height", "How much neighbours share, of a slice's height."))
        .output("slices", Kind.IMAGE)
        .outputOffset(1)
        .build();
  }

  private static Field size(String name, String description) {
    return Field.optional(
        name, 640, description, Forms.positiveNumber(), Forms.reference(Kind.INTEGER));
  }

  private static Field overlap(String name, String description) {
    return Field.optional(
        name, 0.2, description, Forms.fraction(), Forms.reference(Kind.FLOAT_ZERO_TO_ONE));
  }

  @Override
  public BlockResult run(StepInput input) {
    Image image = input.image("image");
    SliceGrid columns =
        grid(image.width(), input.wholeNumber("slice_width"), input.number("overlap_ratio_width"));
    SliceGrid rows =
        grid(
            image.height(),
            input.wholeNumber("slice_height"),
            input.number("overlap_ratio_height"));
    input.checkElements((long) columns.count() * rows.count());
    List<BlockResult.Values> slices = new ArrayList<>(columns.count() * rows.count());
    for (int y : rows.begins()) {
      for (int x : columns.begins()) {
        CropArea area = new CropArea(x, y, columns.lengthAt(x), rows.lengthAt(y), x, y);
        String id = "image_slicer." + UUID.randomUUID();
        slices.add(BlockResult.of(input.crop(image, area, id, VideoMetadata.unknown(id))));
      }
    }
    return new BlockResult.Elements(slices);
  }

  private SliceGrid grid(int side, int length, double overlap) {
    return pushedBack
        ? SliceGrid.pushedBack(side, length, overlap)
        : SliceGrid.cutOff(side, length, overlap);
  }
}
