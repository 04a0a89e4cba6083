package io.sightline.media;

import io.sightline.vision.ImagePool;
import org.bytedeco.opencv.opencv_core.Mat;

/** Where a frame's pixels lie until they become a picture; {@link InboundFrame} owns them. */
interface FramePixels {
  /** As shown, pixels. */
  int width();

  /** As shown, pixels. */
  int height();

  /** Units of 1/90000 s on the source's clock. */
  long pts();

  /** Whether that clock tells the rate better than the moments of arrival, which come in bursts. */
  boolean steadyClock();

  /**
   * Upright BGR pixels out of {@code pool}.
   *
   * @throws MediaException where they cannot be converted; nothing was taken then
   */
  Mat toBgr(ImagePool pool);

  /** Called once; nothing is called after it. */
  void release();
}
