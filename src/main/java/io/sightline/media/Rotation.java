package io.sightline.media;

import io.sightline.vision.ImagePool;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * How far a picture must be turned clockwise to stand upright: coordination of video orientation.
 */
enum Rotation {
  NONE(-1),
  CLOCKWISE(opencv_core.ROTATE_90_CLOCKWISE),
  HALF(opencv_core.ROTATE_180),
  COUNTER_CLOCKWISE(opencv_core.ROTATE_90_COUNTERCLOCKWISE);

  private final int code;

  Rotation(int code) {
    this.code = code;
  }

  /** The rotation of {@code degrees} clockwise, a multiple of 90. */
  static Rotation of(int degrees) {
    return values()[Math.floorMod(degrees / 90, 4)];
  }

  boolean swapsSides() {
    return this == CLOCKWISE || this == COUNTER_CLOCKWISE;
  }

  /**
   * The upright picture; {@code pixels} themselves or others, then {@code pixels} are given back.
   */
  Mat upright(Mat pixels, ImagePool pool) {
    if (this == NONE) {
      return pixels;
    }
    int width = swapsSides() ? pixels.rows() : pixels.cols();
    int height = swapsSides() ? pixels.cols() : pixels.rows();
    Mat turned = pool.take(width, height, pixels.channels());
    opencv_core.rotate(pixels, turned, code);
    pool.give(pixels);
    return turned;
  }
}
