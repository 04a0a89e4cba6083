package io.sightline.model;

import io.sightline.vision.Image;
import io.sightline.vision.ImagePool;
import io.sightline.vision.VideoMetadata;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/** Pictures for tests. */
final class Pictures {
  /** Files that not every checkout has beside it. */
  static final Path SHARED = Path.of("..", "shared");

  private Pictures() {}

  /** A frame of OpenCV's sample video vtest: people who walk over a square. 768x576. */
  static Image vtest() {
    try (InputStream in = Pictures.class.getResourceAsStream("vtest.jpg")) {
      return frame(decode(in.readAllBytes()));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static Image read(Path file) throws IOException {
    return frame(decode(Files.readAllBytes(file)));
  }

  private static Mat decode(byte[] jpeg) {
    try (Mat bytes = new Mat(jpeg, true)) {
      return opencv_imgcodecs.imdecode(bytes, opencv_imgcodecs.IMREAD_COLOR);
    }
  }

  /** The same picture at another size. */
  static Image scaled(Image image, int width, int height) {
    Mat scaled = new Mat();
    try (Size size = new Size(width, height)) {
      opencv_imgproc.resize(image.pixels(), scaled, size);
    }
    return frame(scaled);
  }

  /** Noise of that size, the same for the same seed. */
  static Image noise(int width, int height, int channels, long seed) {
    byte[] levels = new byte[width * height * channels];
    new Random(seed).nextBytes(levels);
    Mat pixels = new Mat(height, width, opencv_core.CV_8UC(channels));
    pixels.data().put(levels);
    return frame(pixels);
  }

  static Image frame(Mat pixels) {
    VideoMetadata video = new VideoMetadata("test", 1, Instant.EPOCH, 30.0, null, true);
    return Image.frame(pixels, new ImagePool(0), "image", video);
  }
}
