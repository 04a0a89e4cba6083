package io.sightline.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sightline.vision.Classification;
import io.sightline.vision.Detection;
import io.sightline.vision.Image;
import io.sightline.vision.Keypoint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

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

  @Test
  void yoloX() throws IOException {
    Model model =
        load(
            "yolox_nano_416_coco.onnx",
            """
            {"network_input": {"color_mode": "bgr", "scaling_factor": 1, "padding_value": 114,
              "resize_mode": "letterbox", "padding_position": "behind"}}
            """);
    List<Detection> found = find(model, "dog.jpg", 0.6f);
    assertEquals(List.of(16, 1, 2), found.stream().map(Detection::classId).toList());
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
    Model model =
        load(
            "mobilenetv2-12-qdq.onnx",
            """
            {"task": "classification", "network_input": {"resize_mode": "center-crop",
              "training_input_size": {"width": 224, "height": 224},
              "normalization": [[0.485, 0.456, 0.406], [0.229, 0.224, 0.225]]}}
            """);
    assertEquals(Task.CLASSIFICATION, model.task());
    Image image = Pictures.read(Pictures.SHARED.resolve("media/squirrel_cls.jpg"));
    Classification found = model.classify(image, nanos -> {});
    int best = 0;
    for (int i = 1; i < found.scores().length; i++) {
      best = found.scores()[i] > found.scores()[best] ? i : best;
    }
    assertEquals(335, best);
    assertTrue(found.scores()[best] > 0.5, "scored " + found.scores()[best]);
    image.release();
    model.close();
  }
}
