package io.sightline.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sightline.settings.ReferenceFile;
import io.sightline.vision.Classification;
import io.sightline.vision.Image;
import java.util.List;
import java.util.Map;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Point;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("the bundled classifier tells whether a line of text stands on its head")
class TextDirectionTest {
  @Test
  void tellsUprightFromUpsideDown() {
    try (ModelStore store = new ModelStore(new ReferenceFile(Map.of()).settings());
        Mat upright = line();
        Mat turned = new Mat()) {
      opencv_core.rotate(upright, turned, opencv_core.ROTATE_180);
      Model model = store.get("pp-ocr-text-direction");
      assertEquals(List.of("upright", "upside down"), model.classNames());
      assertEquals(Task.CLASSIFICATION, model.task());
      assertTrue(score(model, upright, 0) > 0.9);
      assertTrue(score(model, turned, 1) > 0.9);
    }
  }

  private static float score(Model model, Mat pixels, int classId) {
    Image image = Image.frame(pixels.clone(), null, "image", null);
    Classification found = model.classify(image, nanos -> {});
    image.release();
    return found.scores()[classId];
  }

  private static Mat line() {
    try (Scalar white = Scalar.all(255);
        Scalar black = Scalar.all(0);
        Point at = new Point(10, 48)) {
      Mat pixels = new Mat(64, 256, opencv_core.CV_8UC3, white);
      opencv_imgproc.putText(
          pixels,
          "Entrance 24",
          at,
          opencv_imgproc.FONT_HERSHEY_DUPLEX,
          1.2,
          black,
          2,
          opencv_imgproc.LINE_AA,
          false);
      return pixels;
    }
  }
}
