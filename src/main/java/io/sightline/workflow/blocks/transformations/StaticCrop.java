package io.sightline.workflow.blocks.transformations;

import io.sightline.vision.CropArea;
import io.sightline.vision.Image;
import io.sightline.vision.VideoMetadata;
import io.sightline.workflow.block.BlockResult;
import io.sightline.workflow.block.StepInput;
import java.util.UUID;

/** Parts that are cut from every frame at the same place. */
final class StaticCrop {
  private StaticCrop() {}

  /**
   * The part of the image in {@code area}, or no value where that is null.
   *
   * @param block the name that parts of this block begin with
   */
  static BlockResult of(StepInput input, Image image, CropArea area, String block) {
    if (area == null) {
      return BlockResult.of((Object) null);
    }
    String id = block + "." + UUID.randomUUID();
    return BlockResult.of(input.crop(image, area, id, video(image, id)));
  }

  /** The video of {@code image} under a name of its own; unknown where that of the image is. */
  private static VideoMetadata video(Image image, String id) {
    VideoMetadata video = image.video();
    return video.videoIdentifier().equals(image.parent().id())
        ? VideoMetadata.unknown(id)
        : video.identified(video.videoIdentifier() + " | crop: " + id);
  }
}
