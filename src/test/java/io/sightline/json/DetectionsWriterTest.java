package io.sightline.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.sightline.vision.Attribute;
import io.sightline.vision.BoundingBox;
import io.sightline.vision.Detection;
import io.sightline.vision.Detections;
import io.sightline.vision.ImageOrigin;
import io.sightline.vision.Keypoint;
import io.sightline.vision.Mask;
import java.io.IOException;
import java.io.StringWriter;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DetectionsWriterTest {
  private static final ImageOrigin FRAME = ImageOrigin.whole("image", 640, 480);

  @Test
  @DisplayName("Y-1: centre and size, 32-bit numbers printed as 64-bit ones")
  void writesWhatTheReferenceWrites() throws IOException {
    assertEquals(Golden.text("plain.json"), json(person(null, Map.of())));
  }

  @Test
  void writesTrackerAndTimeInZone() throws IOException {
    assertEquals(Golden.text("tracked.json"), json(person(7, Map.of(Attribute.TIME_IN_ZONE, 2.5))));
  }

  @Test
  void writesTheOutlineOfAMask() throws IOException {
    int[][] outline = {{110, 60}, {110, 99}, {199, 99}, {199, 60}};
    assertEquals(Golden.text("mask.json"), json(masked(Mask.ofPolygon(640, 480, outline))));
  }

  @Test
  void repeatsTheLastPointOfAShortOutlineAndOmitsAnEmptyOne() throws IOException {
    assertTrue(
        json(masked(Mask.of(640, 480, 1, 2, 1, new byte[] {1})))
            .contains("\"points\":[{\"x\":1.0,\"y\":2.0},{\"x\":1.0,\"y\":2.0},{\"x\":1.0"));
    assertTrue(json(masked(Mask.empty(640, 480))).contains("\"predictions\":[]"));
  }

  @Test
  void writesKeyPoints() throws IOException {
    List<Keypoint> points =
        List.of(new Keypoint(0, "nose", 0.875f, 11, 22), new Keypoint(1, "left_eye", 0.5f, 13, 24));
    assertEquals(
        Golden.text("keypoints.json"), json(person(null, Map.of(Attribute.KEYPOINTS, points))));
  }

  @Test
  @DisplayName("Y-1: origins are written only for what was found on a cut-out")
  void writesTheOriginsOfACutOut() throws IOException {
    Detection detection =
        new Detection(
            new BoundingBox(1, 2, 11, 22),
            0.6f,
            1,
            "person",
            "det-1",
            null,
            new ImageOrigin("det-1", 100, 50, 640, 480),
            new ImageOrigin("image", 100, 50, 640, 480),
            Map.of());
    assertEquals(Golden.text("crop.json"), json(detection));
  }

  @Test
  void writesVelocity() throws IOException {
    assertEquals(
        Golden.text("velocity.json"),
        json(
            person(
                null,
                Map.of(
                    Attribute.VELOCITY,
                    new double[] {1, 2},
                    Attribute.SPEED,
                    2.236,
                    Attribute.SMOOTHED_VELOCITY,
                    new double[] {1, 2},
                    Attribute.SMOOTHED_SPEED,
                    2.236))));
  }

  @Test
  void writesTheRotatedRectangleInPlaceOfTheSize() throws IOException {
    Map<Attribute, Object> attributes = new EnumMap<>(Attribute.class);
    attributes.put(Attribute.PATH_DEVIATION, 1.25);
    attributes.put(Attribute.POLYGON, new int[][] {{1, 2}, {3, 4}});
    attributes.put(Attribute.BOUNDING_RECT, new double[] {12.5, 180, 390, 1, 2, 3, 4, 5, 6, 7, 8});
    attributes.put(Attribute.DATA, "https://example.com");
    attributes.put(Attribute.AREA_PX, 12.0);
    attributes.put(Attribute.AREA_CONVERTED, 0.5);
    attributes.put(Attribute.NEAREST_TARGET_DISTANCE, Double.NaN);
    assertEquals(Golden.text("everything.json"), json(person(null, attributes)));
  }

  @Test
  @DisplayName("Y-1: nothing found has no size either")
  void writesNullSizesWhereNothingWasFound() throws IOException {
    assertEquals(Golden.text("empty.json"), json());
  }

  @Test
  void writesNullForANumberThatIsNone() throws IOException {
    Detection broken =
        new Detection(
            new BoundingBox(Float.NaN, 0, 1, Float.POSITIVE_INFINITY),
            0.5f,
            0,
            "x",
            "d",
            null,
            FRAME,
            FRAME,
            Map.of(Attribute.VELOCITY, new double[] {Double.NaN, 1}));
    String json = json(broken);
    assertTrue(json.contains("\"width\":null,\"height\":null,\"x\":null,\"y\":null"), json);
    assertTrue(json.contains("\"velocity\":[null,1.0]"), json);
    assertFalse(json.contains("NaN"), json);
  }

  private static Detection person(Integer tracker, Map<Attribute, Object> attributes) {
    return new Detection(
        new BoundingBox(100, 50, 300, 450),
        0.91f,
        0,
        "person",
        "det-1",
        tracker,
        FRAME,
        FRAME,
        attributes);
  }

  private static Detection masked(Mask outline) {
    return new Detection(
        new BoundingBox(110, 60, 199, 99),
        0.5f,
        2,
        "person",
        "det-1",
        null,
        FRAME,
        FRAME,
        Map.of(Attribute.MASK, outline));
  }

  private static String json(Detection... detections) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      DetectionsWriter.write(json, new Detections(List.of(detections), 640, 480));
    }
    return text.toString();
  }
}
