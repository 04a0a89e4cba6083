package io.sightline.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sightline.vision.Image;
import io.sightline.vision.ImageOrigin;
import io.sightline.vision.VideoMetadata;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ValueWriterTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static String written(PictureForm form, Object value) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.getFactory().createGenerator(text)) {
      new ValueWriter(form).write(json, value);
    }
    return text.toString();
  }

  private static String written(Object value) throws IOException {
    return written(PictureForm.answer(95), value);
  }

  private static Image picture(String encoded) {
    VideoMetadata video =
        new VideoMetadata("v", 3, Instant.EPOCH, 30.0, null, null, ZoneOffset.ofHours(2));
    return Image.received(
        new Mat(8, 8, opencv_core.CV_8UC3),
        null,
        new ImageOrigin("crop", 1, 2, 30, 20),
        new ImageOrigin("root", 3, 4, 50, 40),
        video,
        encoded);
  }

  @Test
  @DisplayName("Y-2: numbers that are none are null, other keys than texts become texts")
  void writesPlainValues() throws IOException {
    Map<Object, Object> map = new LinkedHashMap<>();
    map.put(1, Double.NaN);
    map.put(true, Double.POSITIVE_INFINITY);
    map.put("a", List.of(1, 2L, 0.5f, "x", false));
    map.put(null, new byte[] {1, 2});
    assertEquals(
        "{\"1\":null,\"true\":null,\"a\":[1,2,0.5,\"x\",false],\"null\":\"AQI=\"}", written(map));
    assertEquals(
        "\"2024-03-01T12:00:00+02:00\"",
        written(OffsetDateTime.parse("2024-03-01T12:00:00+02:00")));
  }

  @Test
  @DisplayName("Y-3: in an answer a picture says where it was cut from and what it was written as")
  void writesAPictureOfAnAnswer() throws IOException {
    JsonNode json = JSON.readTree(written(picture("as it came")));
    assertEquals("as it came", json.get("value").asText());
    assertEquals("1970-01-01T02:00:00+02:00", json.at("/video_metadata/frame_timestamp").asText());
    assertEquals("crop", json.get("parent_id").asText());
    assertEquals(
        "{\"offset_x\":1,\"offset_y\":2,\"width\":30,\"height\":20}",
        json.get("parent_origin").toString());
    assertEquals("root", json.get("root_parent_id").asText());
    assertEquals(50, json.at("/root_parent_origin/width").asInt());
    assertTrue(JSON.readTree(written(picture(null))).get("value").asText().startsWith("/9j/"));
  }

  @Test
  @DisplayName("Y-3: in a live session it is a JPEG without an origin")
  void writesAPictureOfALiveSession() throws IOException {
    JsonNode json = JSON.readTree(written(PictureForm.stream(80), picture("as it came")));
    assertTrue(json.get("value").asText().startsWith("/9j/"));
    assertEquals(3, json.size());
  }

  @Test
  @DisplayName("Y-4: values are bounded in depth, and one without a form is refused by name")
  void refusesWhatHasNoForm() {
    List<Object> own = new ArrayList<>();
    own.add(own);
    assertThrows(ValueException.class, () -> written(own));
    ValueException e =
        assertThrows(
            ValueException.class,
            () -> written(new StringBuffer[] {null, new StringBuffer()}.getClass()));
    assertTrue(e.getMessage().contains("Class has no form in JSON"), e::getMessage);
  }
}
