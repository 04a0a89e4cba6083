package io.sightline.workflow;

import io.sightline.vision.Image;
import io.sightline.vision.ImageScope;
import io.sightline.vision.VideoMetadata;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Objects;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Point;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;

/** Frames of a video with ten frames a second, as a stream brings them. */
final class Film implements AutoCloseable {
  private static final double RATE = 10;

  private final Mat still;
  private final int calm;
  private final int step;
  private int number;

  private Film(Mat still, int calm, int step) {
    this.still = still;
    this.calm = calm;
    this.step = step;
  }

  /**
   * People on a square, 768x576, who stand for {@code calm} frames and then sink by {@code step}
   * pixels with each.
   */
  static Film square(int calm, int step) throws IOException {
    try (InputStream in = Film.class.getResourceAsStream("/io/sightline/model/vtest.jpg");
        Mat jpeg = new Mat(Objects.requireNonNull(in).readAllBytes(), true)) {
      return new Film(opencv_imgcodecs.imdecode(jpeg, opencv_imgcodecs.IMREAD_COLOR), calm, step);
    }
  }

  /** Two lines of text, black on white, 640x200. */
  static Film sign() {
    Mat still = new Mat(200, 640, opencv_core.CV_8UC3, Scalar.all(255));
    write(still, "SIGHTLINE", 80);
    write(still, "GATE42", 160);
    return new Film(still, 0, 0);
  }

  private static void write(Mat on, String text, int y) {
    try (Point left = new Point(40, y);
        Scalar black = Scalar.all(0)) {
      opencv_imgproc.putText(
          on, text, left, opencv_imgproc.FONT_HERSHEY_SIMPLEX, 2, black, 4, 8, false);
    }
  }

  /** The next frame; it belongs to the scope. */
  Image next(ImageScope scope) {
    int shift = Math.max(0, number - calm) * step;
    Mat pixels = Fixture.POOL.take(still.cols(), still.rows(), 3);
    try (Scalar grey = Scalar.all(90)) {
      pixels.put(grey);
    }
    int rows = still.rows() - shift;
    try (Rect from = new Rect(0, 0, still.cols(), rows);
        Rect to = new Rect(0, shift, still.cols(), rows);
        Mat part = new Mat(still, from);
        Mat place = new Mat(pixels, to)) {
      part.copyTo(place);
    }
    Instant time = Instant.EPOCH.plusMillis((long) (number * 1000 / RATE));
    number++;
    VideoMetadata video = new VideoMetadata("film", number, time, RATE, null, false);
    return scope.adopt(Image.frame(pixels, Fixture.POOL, "image", video));
  }

  @Override
  public void close() {
    still.close();
  }
}
