package io.sightline.workflow.blocks.images;

import io.sightline.vision.Image;
import io.sightline.workflow.block.BlockException;
import org.bytedeco.opencv.global.opencv_video;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_video.BackgroundSubtractorMOG2;

/**
 * What is usually seen at each pixel, learned from frame to frame: a mixture of Gaussians. The
 * first frame's fields stay; a frame of another size begins anew.
 */
final class BackgroundModel implements AutoCloseable {
  /** The model takes 100 bytes for each pixel, so only up to 4K frames. */
  private static final int MAX_PIXELS = 3840 * 2160;

  private final Mat mask = new Mat();
  private BackgroundSubtractorMOG2 model;

  /**
   * Learns the picture.
   *
   * @param history how many frames are remembered
   * @param threshold squared distance, in standard deviations, from which a pixel is no background
   * @return 255 where it is no background, 127 in its shadow; valid until the next call
   */
  Mat apply(Image image, int history, int threshold) {
    if ((long) image.width() * image.height() > MAX_PIXELS) {
      throw new BlockException(
          "a background is learned of pictures up to %d pixels, not of %dx%d"
              .formatted(MAX_PIXELS, image.width(), image.height()));
    }
    if (model == null) {
      model = opencv_video.createBackgroundSubtractorMOG2(history, threshold, true);
    }
    model.apply(image.pixels(), mask);
    return mask;
  }

  @Override
  public void close() {
    mask.close();
    if (model != null) {
      model.close();
    }
  }
}
