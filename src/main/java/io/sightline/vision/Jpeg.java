package io.sightline.vision;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.opencv.global.opencv_imgcodecs;

/** Pictures as JPEG, for results that carry images. */
public final class Jpeg {
  private Jpeg() {}

  /**
   * The compressed picture.
   *
   * @param quality 1 to 100
   * @throws VisionException where the picture cannot be encoded
   */
  public static byte[] encode(Image image, int quality) {
    try (BytePointer bytes = new BytePointer();
        IntPointer options = new IntPointer(opencv_imgcodecs.IMWRITE_JPEG_QUALITY, quality)) {
      if (!opencv_imgcodecs.imencode(".jpg", image.pixels(), bytes, options)) {
        throw new VisionException(
            "a picture of %dx%d cannot be encoded as JPEG"
                .formatted(image.width(), image.height()));
      }
      byte[] encoded = new byte[Math.toIntExact(bytes.limit())];
      bytes.get(encoded);
      return encoded;
    }
  }
}
