package io.sightline.workflow.block;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.sightline.vision.Detection;
import io.sightline.vision.Detections;
import io.sightline.vision.Keypoint;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DetectionsReaderMasksTest {
  private static Map<String, Object> prediction(String key, Object value) {
    Map<String, Object> prediction =
        new HashMap<>(
            Map.of("x", 5, "y", 5, "width", 4, "height", 4, "confidence", 0.5, "class_id", 1));
    prediction.put("class", "cat");
    prediction.put(key, value);
    return prediction;
  }

  private static Detections read(Map<String, Object> prediction) {
    return DetectionsReader.read(
        "p",
        Map.of("image", Map.of("width", 10, "height", 10), "predictions", List.of(prediction)));
  }

  private static Map<String, Object> point(Object x, Object y) {
    return Map.of("x", x, "y", y);
  }

  @Test
  void makesAMaskOfPointsCutToWholePixels() {
    Detection detection =
        read(prediction("points", List.of(point(3.9, 3), point(7, 3), point(7, 7.2), point(3, 7))))
            .items()
            .get(0);
    assertEquals(25, detection.mask().area());
    Map<?, ?> written =
        (Map<?, ?>)
            ((List<?>)
                    DetectionsDictionary.write(new Detections(List.of(detection), 10, 10))
                        .get("predictions"))
                .get(0);
    assertEquals(
        List.of(point(3.0, 3.0), point(3.0, 7.0), point(7.0, 7.0), point(7.0, 3.0)),
        written.get("points"));
  }

  @Test
  void dropsADetectionWithFewerThanThreePoints() {
    assertEquals(0, read(prediction("points", List.of(point(3, 3), point(4, 4)))).size());
  }

  @Test
  void readsKeyPoints() {
    Map<String, Object> nose =
        Map.of("class_id", 0, "class", "nose", "confidence", 0.5, "x", 1.5, "y", 2);
    Detection detection = read(prediction("keypoints", List.of(nose))).items().get(0);
    assertEquals(List.of(new Keypoint(0, "nose", 0.5f, 1.5f, 2)), detection.keypoints());
  }

  @Test
  void refusesWhatIsNoPoint() {
    assertThrows(BlockException.class, () -> read(prediction("points", "no")));
    assertThrows(BlockException.class, () -> read(prediction("points", List.of(1, 2, 3))));
    assertThrows(BlockException.class, () -> read(prediction("keypoints", 5)));
  }
}
