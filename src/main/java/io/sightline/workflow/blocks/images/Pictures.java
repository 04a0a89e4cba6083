package io.sightline.workflow.blocks.images;

import io.sightline.vision.Image;
import io.sightline.vision.ImageOrigin;
import io.sightline.vision.VideoMetadata;
import io.sightline.workflow.block.BlockException;
import io.sightline.workflow.block.StepInput;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;

/** Makes pictures for blocks whose results have another size, kind or origin. */
final class Pictures {
  /** The most pixels that a block may make a picture of: twice those of an 8K frame. */
  static final int MAX_PIXELS = 1 << 26;

  private static final int MAX_SIDE = 16_384;

  private Pictures() {}

  /**
   * A picture of this frame at the place of {@code like}, content undefined.
   *
   * @throws BlockException where it would be larger than pictures may be
   */
  static Image create(StepInput input, Image like, long width, long height, int channels) {
    if (!fits(width, height)) {
      throw new BlockException(
          "a picture of %dx%d cannot be made: sides are 1 to %d pixels, %d pixels in all"
              .formatted(width, height, MAX_SIDE, MAX_PIXELS));
    }
    return input.create(like, (int) width, (int) height, channels);
  }

  /** True where a picture may have this size, in pixels. */
  static boolean fits(long width, long height) {
    return width >= 1
        && height >= 1
        && width <= MAX_SIDE
        && height <= MAX_SIDE
        && width * height <= MAX_PIXELS;
  }

  /** A picture of this frame as {@code like} in size and channels, content undefined. */
  static Image alike(StepInput input, Image like) {
    return input.create(like, like.width(), like.height(), like.channels());
  }

  /** The picture in grey, made anew. */
  static Image grey(StepInput input, Image image) {
    if (image.channels() == 1) {
      return input.copy(image);
    }
    Image grey = input.create(image, image.width(), image.height(), 1);
    opencv_imgproc.cvtColor(image.pixels(), grey.pixels(), opencv_imgproc.COLOR_BGR2GRAY);
    return grey;
  }

  /** The picture in colour, made anew. */
  static Image color(StepInput input, Image image) {
    if (image.channels() == 3) {
      return input.copy(image);
    }
    Image color = input.create(image, image.width(), image.height(), 3);
    opencv_imgproc.cvtColor(image.pixels(), color.pixels(), opencv_imgproc.COLOR_GRAY2BGR);
    return color;
  }

  /** Grey pixels of a picture, which the caller closes. */
  static Mat greyPixels(Image image) {
    if (image.channels() == 1) {
      return new Mat(image.pixels());
    }
    Mat grey = new Mat();
    opencv_imgproc.cvtColor(image.pixels(), grey, opencv_imgproc.COLOR_BGR2GRAY);
    return grey;
  }

  /**
   * The picture under the origin {@code parent} alone, as a still of its own: Roboflow's blocks
   * forget the video where they make a picture of several or of another geometry.
   */
  static Image still(StepInput input, Image image, ImageOrigin parent) {
    VideoMetadata video = VideoMetadata.unknown(parent.id());
    return input.images().adopt(image.withOrigin(parent, parent, video));
  }
}
