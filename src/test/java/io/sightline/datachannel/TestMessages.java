package io.sightline.datachannel;

import io.sightline.vision.BoundingBox;
import io.sightline.vision.Detection;
import io.sightline.vision.Detections;
import io.sightline.vision.Image;
import io.sightline.vision.ImageOrigin;
import io.sightline.vision.VideoMetadata;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;

/** Results for the tests of this package. */
final class TestMessages {
  static final Instant MOMENT = local("2026-01-02T03:04:05.678901");
  private static final ImageOrigin FRAME = ImageOrigin.whole("image", 640, 480);

  private TestMessages() {}

  static Instant local(String text) {
    return LocalDateTime.parse(text).atZone(ZoneId.systemDefault()).toInstant();
  }

  static Detections person() {
    return new Detections(
        List.of(
            new Detection(
                new BoundingBox(100, 50, 300, 450),
                0.91f,
                0,
                "person",
                "det-1",
                null,
                FRAME,
                FRAME,
                Map.of())),
        640,
        480);
  }

  /** Outputs by name, in the order given: name, value, name, value… */
  static Map<String, Object> outputs(Object... namesAndValues) {
    Map<String, Object> outputs = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      outputs.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return outputs;
  }

  static ResultMessage message(
      long frameId, Map<String, Object> outputs, DataOutput selection, String... errors) {
    return new ResultMessage(
        frameId, outputs, selection, MOMENT, 3000L, 30.0, 640, 480, List.of(errors), false, null);
  }

  static Image image(int width, int height) {
    Mat pixels = new Mat(height, width, opencv_core.CV_8UC3);
    try (Scalar red = new Scalar(0, 0, 255, 0)) {
      pixels.put(red);
    }
    return Image.frame(
        pixels,
        null,
        "image.[0]",
        new VideoMetadata("default_source", 3, MOMENT, 30.0, 29.7, false));
  }
}
