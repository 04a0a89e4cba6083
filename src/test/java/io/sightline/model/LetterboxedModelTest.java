package io.sightline.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sightline.vision.Detection;
import io.sightline.vision.Image;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("N-4: a YOLOv8 file without a description")
class LetterboxedModelTest {
  @Test
  void isLetterboxedAndFindsDogBicycleAndCar() throws IOException {
    Path weights = Pictures.SHARED.resolve("models/yolov8n.onnx");
    Path picture = Pictures.SHARED.resolve("media/dog.jpg");
    assumeTrue(Files.exists(weights), () -> weights + " is not beside this checkout");
    ModelPackage files =
        new ModelPackage(
            "yolov8n", name -> name.equals("weights.onnx") ? Files.readAllBytes(weights) : null);
    Model model = Model.load(files, new ModelSettings("yolov8n", 1, 1, 0, null, 1 << 30));
    Image image = Pictures.read(picture);
    List<Detection> found =
        model.detect(image, new DetectionOptions(0.6f, 0.45f, 300, false, null)).items();
    assertEquals(
        List.of("dog", "bicycle", "car"), found.stream().map(Detection::className).toList());
    assertEquals(0.93, found.get(0).confidence(), 0.015);
    assertEquals(0.90, found.get(1).confidence(), 0.015);
    assertEquals(0.62, found.get(2).confidence(), 0.03);
    image.release();
    model.close();
  }
}
