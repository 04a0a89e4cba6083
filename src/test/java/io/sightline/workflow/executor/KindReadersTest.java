package io.sightline.workflow.executor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sightline.vision.Attribute;
import io.sightline.vision.Detections;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KindReadersTest {
  private static Object read(String kind, Object value) {
    return KindReaders.of(kind).read("x.[0]", value, null);
  }

  private static String refusal(String kind, Object value) {
    return assertThrows(InputException.class, () -> read(kind, value)).getMessage();
  }

  @Test
  void numbersAreWhatPythonTakesForThem() {
    assertEquals(5, read("integer", 5));
    assertEquals(BigInteger.TEN.pow(30), read("integer", BigInteger.TEN.pow(30)));
    assertEquals(true, read("integer", true));
    assertEquals(5.0, read("float", 5));
    assertEquals(1.0, read("float", true));
    assertEquals(0.0, read("float_zero_to_one", 0));
    assertEquals(
        "Detected runtime parameter `x.[0]` declared to hold integer value, but invalid type of"
            + " data found (`float`).",
        refusal("integer", 5.0));
    assertTrue(refusal("float", "5").endsWith("(`str`)."));
    assertTrue(refusal("float_zero_to_one", 1.5).contains("range [0.0, 1.0]"));
    assertTrue(refusal("float_zero_to_one", Double.NaN).contains("range [0.0, 1.0]"));
  }

  @Test
  void namesTypesAsPythonDoes() {
    assertTrue(refusal("string", List.of()).endsWith("(`list`)."));
    assertTrue(refusal("boolean", 1).endsWith("(`int`)."));
    assertTrue(refusal("dictionary", false).endsWith("(`bool`)."));
    assertTrue(refusal("list_of_values", Map.of()).endsWith("(`dict`)."));
  }

  @Test
  void readsBytesFromBase64() {
    assertArrayEquals("hello".getBytes(StandardCharsets.UTF_8), (byte[]) read("bytes", "aGVsbG8="));
    assertTrue(refusal("bytes", 5).contains("bytes string"));
  }

  @Test
  void readsMomentsWithAndWithoutAnOffset() {
    assertEquals(LocalDateTime.parse("2024-03-01T12:00"), read("timestamp", "2024-03-01T12:00:00"));
    assertEquals(LocalDateTime.parse("2024-03-01T12:30"), read("timestamp", "2024-03-01 12:30"));
    assertEquals(LocalDateTime.parse("2024-03-01T00:00"), read("timestamp", "2024-03-01"));
    assertEquals(
        OffsetDateTime.parse("2024-03-01T12:00:00.25+02:00"),
        read("timestamp", "2024-03-01T12:00:00.250000+02:00"));
    assertEquals(
        OffsetDateTime.parse("2024-03-01T12:00Z"), read("timestamp", "2024-03-01T12:00:00Z"));
    assertTrue(refusal("timestamp", "yesterday").contains("could not decode input data"));
    assertTrue(refusal("timestamp", "2024-02-30T00:00:00").contains("could not decode"));
  }

  @Test
  void readsPointsZonesAndColours() {
    assertEquals(List.of(1, 2), read("point", List.of(1, 2, 3)));
    assertEquals(
        List.of(List.of(0, 0), List.of(1, 0), List.of(1, 1)),
        read("zone", List.of(List.of(0, 0), List.of(1, 0), List.of(1, 1))));
    assertEquals(List.of(1, 2, 3), read("rgb_color", List.of(1, 2, 3, 4)));
    assertEquals("#ff0000", read("rgb_color", "#ff0000"));
    assertEquals(
        List.of(
            Map.of("x", 1, "y", 2, "positive", true), Map.of("x", 3, "y", 4, "positive", false)),
        read("labeled_points", List.of(Map.of("x", 1, "y", 2), List.of(3, 4, 0))));
    assertTrue(refusal("point", List.of(1)).contains("missing point coordinates"));
    assertTrue(refusal("point", List.of(1, "2")).contains("not number"));
    assertTrue(refusal("zone", List.of(List.of(0, 0))).contains("at least 3 points"));
    assertTrue(
        refusal("zone", List.of(List.of(0, 0), List.of(1), List.of(1, 1))).contains("two coord"));
    assertTrue(refusal("rgb_color", List.of(1, 2)).contains("not all colors"));
    assertTrue(refusal("labeled_points", List.of(Map.of("x", 1))).contains("misses `x` or `y`"));
  }

  @Test
  void fillsInWhatAClassificationLeavesOut() {
    Map<?, ?> read =
        (Map<?, ?>)
            read(
                "classification_prediction",
                Map.of("image", Map.of(), "predictions", List.of(), "top", "a", "confidence", 1));
    assertEquals("x.[0]", read.get("parent_id"));
    assertEquals("classification", read.get("prediction_type"));
    assertTrue(refusal("classification_prediction", Map.of("image", 1)).contains("required keys"));
    assertTrue(
        refusal("classification_prediction", Map.of("image", 1, "predictions", 1, "top", 1))
            .contains("misses prediction details"));
  }

  @Test
  void keepsRunLengthsOnlyInTheirOwnKind() {
    Map<String, Object> prediction =
        Map.of(
            "x",
            5,
            "y",
            5,
            "width",
            2,
            "height",
            2,
            "confidence",
            0.5,
            "class",
            "a",
            "class_id",
            0,
            "rle_mask",
            Map.of("size", List.of(10, 10), "counts", "a"));
    Map<String, Object> value =
        Map.of("image", Map.of("width", 10, "height", 10), "predictions", List.of(prediction));
    Detections plain = (Detections) read("object_detection_prediction", value);
    Detections masks = (Detections) read("rle_instance_segmentation_prediction", value);
    assertNull(plain.items().get(0).attributes().get(Attribute.RLE_MASK));
    assertTrue(masks.items().get(0).attributes().containsKey(Attribute.RLE_MASK));
  }

  @Test
  void valuesOfUnknownKindsPass() {
    assertNull(KindReaders.of("no_such_kind"));
    assertNull(KindReaders.of("embedding"));
    assertNull(KindReaders.of("*"));
  }

  @Test
  void takesNoPictureWhereNoneCanBeMade() {
    assertTrue(refusal("image", "aGVsbG8=").contains("a picture"));
  }
}
