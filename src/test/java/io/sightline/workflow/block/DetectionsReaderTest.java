package io.sightline.workflow.block;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.sightline.vision.Attribute;
import io.sightline.vision.BoundingBox;
import io.sightline.vision.Detection;
import io.sightline.vision.Detections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DetectionsReaderTest {
  private static Map<String, Object> prediction() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("width", 20.0);
    map.put("height", 10.0);
    map.put("x", 30.0);
    map.put("y", 25.0);
    map.put("confidence", 0.7);
    map.put("class_id", 2);
    map.put("class", "car");
    map.put("detection_id", "d1");
    map.put("parent_id", "crop");
    map.put("root_parent_id", "image");
    map.put(
        "root_parent_origin", Map.of("offset_x", 5, "offset_y", 6, "width", 640, "height", 480));
    map.put("velocity", List.of(1.5, 2.0));
    return map;
  }

  private static Map<String, Object> detections(Object... predictions) {
    return Map.of("image", Map.of("width", 100, "height", 80), "predictions", List.of(predictions));
  }

  @Test
  void readsWhatTheDictionaryWrites() {
    Detections detections = DetectionsReader.read("p", detections(prediction()));
    Detection d = detections.items().get(0);
    assertEquals(new BoundingBox(20, 20, 40, 30), d.box());
    assertEquals(5, d.root().offsetX());
    assertEquals(detections(prediction()), DetectionsDictionary.write(detections));
  }

  @Test
  void namesTheParameterAsParentOfDetectionsWithoutOne() {
    Map<String, Object> bare = prediction();
    bare.keySet()
        .retainAll(List.of("x", "y", "width", "height", "confidence", "class", "class_id"));
    Detection d = DetectionsReader.read("p.[3]", detections(bare)).items().get(0);
    assertEquals("p.[3]", d.parent().id());
    assertEquals(36, d.id().length());
    assertNull(d.trackerId());
  }

  @Test
  void answersNoSizeForNoDetections() {
    assertEquals(new Detections(List.of(), 0, 0), DetectionsReader.read("p", detections()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "width", "confidence", "class", "class_id"})
  void refusesAPredictionWithout(String key) {
    Map<String, Object> map = prediction();
    map.remove(key);
    BlockException e =
        assertThrows(BlockException.class, () -> DetectionsReader.read("p", detections(map)));
    assertEquals("RuntimeInputError", e.errorType());
    assertEquals(
        "Detected runtime parameter `p` declared to hold detections, but a prediction misses '%s'."
            .formatted(key),
        e.getMessage());
  }

  @Test
  void keepsADistanceThatIsGivenAsNull() {
    Map<String, Object> map = prediction();
    map.put("nearest_target_distance", null);
    map.put("speed", null);
    Map<Attribute, Object> attributes =
        DetectionsReader.read("p", detections(map)).items().get(0).attributes();
    assertEquals(
        Set.of(Attribute.VELOCITY, Attribute.NEAREST_TARGET_DISTANCE), attributes.keySet());
  }

  @Test
  void refusesOptionalKeysThatOnlyTheFirstPredictionHas() {
    Map<String, Object> tracked = prediction();
    tracked.put("tracker_id", 7);
    assertThrows(
        BlockException.class, () -> DetectionsReader.read("p", detections(tracked, prediction())));
    Map<String, Object> timed = prediction();
    timed.put("time_in_zone", 1.5);
    assertThrows(
        BlockException.class, () -> DetectionsReader.read("p", detections(timed, prediction())));
  }

  @Test
  void readsIdentifiersOfOtherTypesAsPythonPrintsThem() {
    Map<String, Object> odd = prediction();
    odd.put("class", null);
    odd.put("class_id", "3");
    odd.put("tracker_id", " 7 ");
    odd.put("detection_id", 5);
    Detection d = DetectionsReader.read("p", detections(odd)).items().get(0);
    assertEquals(
        List.of("None", 3, 7, "5"), List.of(d.className(), d.classId(), d.trackerId(), d.id()));
  }

  @Test
  void refusesOriginsThatAreNotWhole() {
    for (Object wrong :
        new Object[] {
          7,
          "x",
          Map.of("offset_x", 1),
          Map.of("offset_x", 2.5, "offset_y", 6, "width", 640, "height", 480),
          Map.of("offset_x", 2, "offset_y", 6, "width", 0, "height", 480)
        }) {
      Map<String, Object> odd = prediction();
      odd.put("root_parent_origin", wrong);
      assertThrows(BlockException.class, () -> DetectionsReader.read("p", detections(odd)));
    }
    assertEquals(
        -3,
        WireOrigin.read("i", Map.of("offset_x", "-3", "offset_y", 6.0, "width", 9, "height", 9))
            .offsetX());
  }

  @Test
  void refusesOtherShapes() {
    for (Object value :
        new Object[] {
          7,
          "x",
          List.of(),
          Map.of(),
          Map.of("predictions", List.of()),
          Map.of("image", 1, "predictions", List.of(prediction())),
          detections(7),
          detections(Map.of())
        }) {
      assertThrows(BlockException.class, () -> DetectionsReader.read("p", value));
    }
  }
}
