package io.sightline.vision;

import java.util.Arrays;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * Files of pictures as pixels, three channels always, upright where the file says how it lies.
 *
 * @param maxBytes of a file
 * @param maxPixels of a picture
 */
public record PictureDecoder(int maxBytes, long maxPixels) {
  /**
   * The picture of a file; the caller releases it.
   *
   * @param encoded the text that a request wrote the file as; null where it did not
   * @param parent where it was cut from; without a size for a picture that was cut from nothing
   * @throws VisionException where the file is none of a picture, or beyond the bounds
   */
  public Image image(
      byte[] file, String encoded, ImageOrigin parent, ImageOrigin root, VideoMetadata video) {
    Mat pixels = decode(file);
    return Image.received(pixels, null, sized(parent, pixels), sized(root, pixels), video, encoded);
  }

  private static ImageOrigin sized(ImageOrigin origin, Mat pixels) {
    return origin.width() > 0
        ? origin
        : ImageOrigin.whole(origin.id(), pixels.cols(), pixels.rows());
  }

  private Mat decode(byte[] file) {
    if (file.length > maxBytes) {
      throw new VisionException(
          "a picture has %d bytes, at most %d are allowed".formatted(file.length, maxBytes));
    }
    PictureHeader header =
        PictureHeader.of(file)
            .orElseThrow(
                () -> new VisionException("Data is not image: no PNG, JPEG, WebP, BMP or GIF."));
    if (header.width() * header.height() > maxPixels) {
      throw new VisionException(
          "a picture has %d x %d pixels, at most %d are allowed"
              .formatted(header.width(), header.height(), maxPixels));
    }
    return pixels(file, header);
  }

  private static Mat pixels(byte[] file, PictureHeader header) {
    Mat pixels = null;
    try (BytePointer bytes = new BytePointer(file);
        Mat encoded = new Mat(1, file.length, opencv_core.CV_8UC1, bytes)) {
      pixels = opencv_imgcodecs.imdecode(encoded, opencv_imgcodecs.IMREAD_COLOR);
    } catch (RuntimeException e) {
      throw new VisionException("a %s file cannot be decoded".formatted(header.format()));
    }
    if (pixels == null || pixels.empty()) {
      if (pixels != null) {
        pixels.close();
      }
      throw new VisionException("a %s file cannot be decoded".formatted(header.format()));
    }
    long[] size = {pixels.cols(), pixels.rows()};
    long[] announced = {header.width(), header.height()};
    Arrays.sort(size);
    Arrays.sort(announced);
    if (!Arrays.equals(size, announced)) {
      pixels.close();
      throw new VisionException(
          "a %s file says of itself that it has another size".formatted(header.format()));
    }
    return pixels;
  }
}
