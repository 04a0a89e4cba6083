package io.sightline.media;

import dev.onvoid.webrtc.media.video.NativeI420Buffer;
import io.sightline.vision.Caption;
import io.sightline.vision.Image;
import io.sightline.vision.ImagePool;
import io.sightline.vision.ImageScope;
import java.util.List;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;

/** What a client sees before the first result, with the reference's words, size and place. */
final class StartingPicture {
  static final int WIDTH = 1280;
  static final int HEIGHT = 720;
  private static final String WORDS = "Inference pipeline is starting...";

  private StartingPicture() {}

  /** Its planes; the caller releases them. */
  static NativeI420Buffer planes() {
    try (ImagePool pool = new ImagePool(1);
        Scalar black = Scalar.all(0);
        ImageScope scope = new ImageScope(pool)) {
      Mat pixels = new Mat(HEIGHT, WIDTH, opencv_core.CV_8UC3, black);
      Image image = scope.adopt(Image.frame(pixels, pool, "starting", null));
      return I420.of(Caption.over(image, List.of(WORDS), scope).pixels());
    }
  }
}
