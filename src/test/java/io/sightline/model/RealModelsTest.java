package io.sightline.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sightline.vision.BoundingBox;
import io.sightline.vision.Classification;
import io.sightline.vision.Detection;
import io.sightline.vision.Image;
import io.sightline.vision.Keypoint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("N-4: models as their makers export them, on pictures whose content is known")
class RealModelsTest {
  private static final ModelSettings SETTINGS = new ModelSettings("", 1, 1, 0, null, 1 << 30);

  private static Model load(String file, String json) {
    Path weights = Pictures.SHARED.resolve("models/" + file);
    assumeTrue(Files.exists(weights), () -> weights + " is not beside this checkout");
    return Model.load(
        new ModelPackage(
            file,
            name ->
                switch (name) {
                  case "weights.onnx" -> Files.readAllBytes(weights);
                  case "model.json" -> json == null ? null : json.getBytes(StandardCharsets.UTF_8);
                  default -> null;
                }),
        SETTINGS);
  }

  private static List<Detection> find(Model model, String picture, float confidence)
      throws IOException {
    Image image = Pictures.read(Pictures.SHARED.resolve("media/" + picture));
    List<Detection> found =
        model.detect(image, new DetectionOptions(confidence, 0.45f, 300, false, null)).items();
    image.release();
    model.close();
    return found;
  }

  /**
   * What Roboflow's way of preparing, suppressing and placing gives for these files and pictures,
   * computed with numpy and OpenCV's Python package: boxes, confidence, class.
   */
  static Stream<Arguments> computed() {
    return Stream.of(
        Arguments.of(
            "yolov8n.onnx",
            "dog.jpg",
            new double[][] {
              {131, 218, 308, 540, 0.9320, 16},
              {132, 135, 568, 420, 0.8971, 1},
              {467, 76, 693, 172, 0.6150, 2},
              {467, 75, 693, 172, 0.4758, 7}
            }),
        Arguments.of(
            "yolo11n-seg.onnx",
            "zidane.jpg",
            new double[][] {
              {747, 42, 1149, 711, 0.9040, 0},
              {127, 201, 1069, 712, 0.7483, 0},
              {440, 438, 518, 716, 0.4748, 27}
            }),
        Arguments.of(
            "yolo11n-pose.onnx",
            "zidane.jpg",
            new double[][] {
              {133, 204, 1049, 713, 0.8968, 0}, {743, 38, 1143, 709, 0.8297, 0},
            }),
        Arguments.of(
            "yolox_nano_416_coco.onnx",
            "dog.jpg",
            new double[][] {
              {133, 207, 326, 543, 0.8551, 16},
              {52, 137, 572, 424, 0.8026, 1},
              {466, 78, 692, 171, 0.7982, 2}
            }),
        Arguments.of(
            "yunet_n_320_320.onnx",
            "zidane.jpg",
            new double[][] {
              {915, 98, 1057, 281, 0.9288, 0},
              {553, 272, 657, 413, 0.8718, 0},
              {1101, 328, 1274, 518, 0.7619, 0},
              {846, 110, 923, 217, 0.4000, 0}
            }),
        Arguments.of(
            "ultraface_rfb320.onnx",
            "zidane.jpg",
            new double[][] {
              {923, 107, 1055, 282, 0.9998, 0}, {547, 242, 656, 427, 0.9500, 0},
            }));
  }

  @ParameterizedTest
  @MethodSource("computed")
  @DisplayName("boxes within half a pixel, confidences within 0.01, without any file beside")
  void findsWhatWasComputed(String file, String picture, double[][] expected) throws IOException {
    Model model = load(file, null);
    Image image = Pictures.read(Pictures.SHARED.resolve("media/" + picture));
    List<Detection> found =
        model.detect(image, new DetectionOptions(0.4f, 0.3f, 300, false, null)).items();
    image.release();
    model.close();
    assertEquals(expected.length, found.size());
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i][0], found.get(i).box().x1(), 0.5);
      assertEquals(expected[i][1], found.get(i).box().y1(), 0.5);
      assertEquals(expected[i][2], found.get(i).box().x2(), 0.5);
      assertEquals(expected[i][3], found.get(i).box().y2(), 0.5);
      assertEquals(expected[i][4], found.get(i).confidence(), 0.01);
      assertEquals(expected[i][5], found.get(i).classId());
    }
  }

  @Test
  void partOfAPictureWithoutColours() throws IOException {
    Model model =
        load(
            "yolov8n.onnx",
            """
            {"network_input": {"resize_mode": "stretch"},
             "image_pre_processing": {
               "static-crop": {"enabled": true, "x_min": 10, "x_max": 90, "y_min": 20, "y_max": 95},
               "grayscale": {"enabled": true}}}
            """);
    List<Detection> found = find(model, "dog.jpg", 0.8f);
    assertEquals(List.of(16, 2), found.stream().map(Detection::classId).toList());
    assertEquals(new BoundingBox(132, 220, 313, 544), found.get(0).box());
    assertEquals(0.8604, found.get(0).confidence(), 0.01);
    assertEquals(new BoundingBox(465, 115, 690, 171), found.get(1).box());
  }

  @Test
  void jointsOfOnePerson() throws IOException {
    Model model = load("movenet_lightning_v4_192_fp16weights.onnx", null);
    List<Detection> found = find(model, "messi5.jpg", 0.4f);
    assertEquals(1, found.size());
    assertEquals(new BoundingBox(102, 102, 426, 289), found.get(0).box());
    assertEquals(17, found.get(0).keypoints().size());
  }

  @Test
  void maskOfAPerson() throws IOException {
    Model model = load("mediapipe_selfie_segmentation_256.onnx", null);
    Detection found = find(model, "messi5.jpg", 0.4f).get(0);
    assertEquals("person", found.className());
    double filled = found.mask().area() / (double) found.box().area();
    assertTrue(filled > 0.2 && filled < 0.9, "fills " + filled + " of its box");
  }

  @Test
  void instanceSegmentation() throws IOException {
    Model model = load("yolo11n-seg.onnx", null);
    assertEquals(Task.INSTANCE_SEGMENTATION, model.task());
    List<Detection> found = find(model, "zidane.jpg", 0.5f);
    assertEquals("person", found.get(0).className());
    assertEquals(0.90, found.get(0).confidence(), 0.02);
    for (Detection detection : found) {
      double filled = detection.mask().area() / (double) detection.box().area();
      assertTrue(filled > 0.3 && filled < 1, "fills " + filled + " of its box");
      assertTrue(detection.mask().left() >= detection.box().x1() - 9);
      assertTrue(detection.mask().left() + detection.mask().width() <= detection.box().x2() + 9);
    }
  }

  @Test
  void keyPoints() throws IOException {
    Model model = load("yolo11n-pose.onnx", null);
    List<Detection> found = find(model, "zidane.jpg", 0.5f);
    List<Keypoint> joints = found.get(0).keypoints();
    assertEquals(17, joints.size());
    Keypoint nose = joints.get(0);
    assertEquals("nose", nose.className());
    assertTrue(nose.confidence() > 0.9);
    assertTrue(nose.x() > found.get(0).box().x1() && nose.x() < found.get(0).box().x2());
    assertTrue(nose.y() < joints.get(5).y(), "the nose is above the shoulder");
  }

  @Test
  void classification() throws IOException {
    Model model = load("mobilenetv2-12-qdq.onnx", null);
    assertEquals(Task.CLASSIFICATION, model.task());
    Image image = Pictures.read(Pictures.SHARED.resolve("media/squirrel_cls.jpg"));
    Classification found = model.classify(image, nanos -> {});
    int best = 0;
    for (int i = 1; i < found.scores().length; i++) {
      best = found.scores()[i] > found.scores()[best] ? i : best;
    }
    assertEquals(335, best);
    assertEquals(0.9201, found.scores()[best], 0.01);
    image.release();
    model.close();
  }
}
