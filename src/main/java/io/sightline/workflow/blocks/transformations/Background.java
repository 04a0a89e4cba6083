package io.sightline.workflow.blocks.transformations;

import io.sightline.vision.Image;
import io.sightline.vision.Mask;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;

/** Covers what does not belong to an instance with a colour. Keeps its memory for the next one. */
final class Background implements AutoCloseable {
  private final Mat mask = new Mat();
  private final Mat covered = new Mat();

  /**
   * Writes on {@code crop}.
   *
   * @param instance of the crop's size
   * @param rgb red, green and blue
   * @param opacity of the colour, 0 to 1
   */
  void cover(Image crop, Mask instance, int[] rgb, double opacity) {
    Mat pixels = crop.pixels();
    mask.create(crop.height(), crop.width(), opencv_core.CV_8UC1);
    covered.create(crop.height(), crop.width(), pixels.type());
    try (Scalar zero = Scalar.all(0);
        Scalar color = new Scalar(rgb[2], rgb[1], rgb[0], 0)) {
      mask.put(zero);
      covered.put(color);
    }
    instance.paint(mask);
    pixels.copyTo(covered, mask);
    opencv_core.addWeighted(covered, opacity, pixels, 1 - opacity, 0, pixels);
  }

  @Override
  public void close() {
    mask.close();
    covered.close();
  }
}
