package io.sightline.workflow.blocks.codes;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.NotFoundException;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.HybridBinarizer;
import io.sightline.vision.Image;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;

/** A picture as the readers of codes see it: dark or not. */
final class GreyPicture {
  private final BinaryBitmap bitmap;

  private GreyPicture(BinaryBitmap bitmap) {
    this.bitmap = bitmap;
  }

  static GreyPicture of(Image image) {
    byte[] pixels = new byte[image.width() * image.height()];
    try (Mat grey = new Mat()) {
      if (image.channels() == 1) {
        image.pixels().copyTo(grey);
      } else {
        opencv_imgproc.cvtColor(image.pixels(), grey, opencv_imgproc.COLOR_BGR2GRAY);
      }
      grey.data().get(pixels);
    }
    int width = image.width();
    int height = image.height();
    return new GreyPicture(
        new BinaryBitmap(
            new HybridBinarizer(
                new PlanarYUVLuminanceSource(pixels, width, height, 0, 0, width, height, false))));
  }

  /** For readers that take whole pictures. */
  BinaryBitmap bitmap() {
    return bitmap;
  }

  /** The dark pixels; null where dark and bright cannot be told apart. */
  BitMatrix matrix() {
    try {
      return bitmap.getBlackMatrix();
    } catch (NotFoundException e) {
      return null;
    }
  }
}
