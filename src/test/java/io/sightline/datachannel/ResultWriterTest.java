package io.sightline.datachannel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sightline.vision.Image;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ResultWriterTest {
  private static final DataOutput ALL = DataOutput.of(List.of("*"));

  private final ResultWriter writer = new ResultWriter(80);
  private final MessageBuffer buffer = MessageBuffer.whole(1 << 20);

  @Test
  @DisplayName("DC-1: keys, order and numbers of a message are the reference's")
  void writesAWholeMessage() throws IOException {
    assertEquals(
        Golden.text("message.json"),
        json(
            TestMessages.message(
                1, TestMessages.outputs("preds", TestMessages.person(), "count", 1), ALL)));
  }

  @Test
  void writesTheMessageOfTheEnd() throws IOException {
    assertEquals(
        Golden.text("end.json"),
        json(ResultMessage.end(41, TestMessages.local("2026-01-02T03:04:05"), "timeout_reached")));
  }

  @Test
  @DisplayName("DC-2: all means all but direct images")
  void leavesDirectImagesOutOfAll() throws IOException {
    Image image = TestMessages.image(4, 4);
    JsonNode data =
        read(TestMessages.message(
                1,
                TestMessages.outputs("image", image, "map", Map.of("inner", image), "n", 1),
                ALL))
            .get("serialized_output_data");
    assertEquals(List.of("map", "n"), names(data));
    assertEquals("base64", data.at("/map/inner/type").textValue());
    assertEquals(
        "null",
        read(TestMessages.message(1, TestMessages.outputs("image", image), ALL))
            .get("serialized_output_data")
            .toString());
    image.release();
  }

  @Test
  @DisplayName("DC-2: a name that is no output is an error of the frame")
  void sendsTheNamedOutputsInTheirOrder() throws IOException {
    JsonNode message =
        read(
            TestMessages.message(
                1,
                TestMessages.outputs("a", 1, "b", null, "c", 3),
                DataOutput.of(List.of("c", "x", "b")),
                "step: broken"));
    assertEquals("{\"c\":3,\"b\":null}", message.get("serialized_output_data").toString());
    assertEquals("[\"step: broken\",\"Output 'x' not found\"]", message.get("errors").toString());
  }

  @Test
  void sendsNothingButMetadataWhereNothingIsWanted() throws IOException {
    JsonNode message = read(TestMessages.message(1, TestMessages.outputs("a", 1), DataOutput.NONE));
    assertTrue(message.get("serialized_output_data").isNull());
  }

  @Test
  @DisplayName("DC-3: an output that cannot be written says why and harms no other")
  void replacesAnOutputThatFails() throws IOException {
    List<Object> endless = new ArrayList<>();
    endless.add(endless);
    JsonNode message =
        read(
            TestMessages.message(
                1,
                TestMessages.outputs(
                    "first", "kept", "endless", endless, "odd", new Object(), "last", 2),
                ALL));
    JsonNode data = message.get("serialized_output_data");
    assertEquals(List.of("first", "endless", "odd", "last"), names(data));
    assertEquals("kept", data.get("first").textValue());
    assertEquals(
        "a value of type Object has no form in JSON",
        data.at("/odd/__serialization_error__").textValue());
    assertEquals(2, data.get("last").intValue());
    assertEquals(
        "odd: a value of type Object has no form in JSON",
        message.get("errors").get(1).textValue());
  }

  @Test
  void writesHalfACharacterAsAnEscape() throws IOException {
    String json =
        json(TestMessages.message(1, TestMessages.outputs("text", "half \ud800 x \udc00"), ALL));
    assertTrue(json.contains("\"half \\uD800 x \\uDC00\""), json);
  }

  @Test
  void writesEveryKindOfValue() throws IOException {
    Map<Object, Object> map = new HashMap<>();
    map.put(3, "number as key");
    JsonNode data =
        read(TestMessages.message(
                1,
                TestMessages.outputs(
                    "float",
                    0.91f,
                    "nan",
                    Double.NaN,
                    "infinite",
                    Float.NEGATIVE_INFINITY,
                    "long",
                    1L << 40,
                    "short",
                    (short) -3,
                    "byte",
                    (byte) -1,
                    "flag",
                    true,
                    "text",
                    "Grüße \"x\"\n",
                    "moment",
                    TestMessages.MOMENT,
                    "map",
                    map,
                    "list",
                    Arrays.asList(1, null, "two"),
                    "array",
                    new int[][] {{1, 2}, {3}},
                    "bytes",
                    new byte[] {1, 2, 3},
                    "enum",
                    DataOutput.Mode.ALL),
                ALL))
            .get("serialized_output_data");
    assertEquals(
        "{\"float\":0.9100000262260437,\"nan\":null,\"infinite\":null,\"long\":1099511627776,"
            + "\"short\":-3,\"byte\":-1,\"flag\":true,\"text\":\"Grüße \\\"x\\\"\\n\","
            + "\"moment\":\"2026-01-02T03:04:05.678901\",\"map\":{\"3\":\"number as key\"},"
            + "\"list\":[1,null,\"two\"],\"array\":[[1,2],[3]],\"bytes\":\"AQID\","
            + "\"enum\":\"ALL\"}",
        data.toString());
  }

  @Test
  @DisplayName("DC-5: a picture travels as JPEG with the metadata of its video")
  void writesAPictureAsJpeg() throws IOException {
    Image image = TestMessages.image(20, 10);
    JsonNode sent =
        read(TestMessages.message(
                1, TestMessages.outputs("image", image), DataOutput.of(List.of("image"))))
            .at("/serialized_output_data/image");
    image.release();
    assertEquals(List.of("type", "value", "video_metadata"), names(sent));
    assertEquals(
        "{\"video_identifier\":\"default_source\",\"frame_number\":3,"
            + "\"frame_timestamp\":\"2026-01-02T03:04:05.678901\",\"fps\":30.0,"
            + "\"measured_fps\":29.7,\"comes_from_video_file\":false}",
        sent.get("video_metadata").toString());
    byte[] jpeg = Base64.getDecoder().decode(sent.get("value").textValue());
    assertArrayEquals(new byte[] {(byte) 0xFF, (byte) 0xD8}, Arrays.copyOf(jpeg, 2));
    try (BytePointer bytes = new BytePointer(jpeg);
        Mat encoded = new Mat(bytes);
        Mat decoded = opencv_imgcodecs.imdecode(encoded, opencv_imgcodecs.IMREAD_COLOR)) {
      assertEquals(20, decoded.cols());
      assertEquals(10, decoded.rows());
      assertEquals(254, decoded.ptr(5, 10).get(2) & 0xFF, 4);
    }
  }

  @Test
  void refusesAMessageThatIsTooLarge() {
    MessageBuffer small = MessageBuffer.whole(1000);
    assertThrows(
        IOException.class,
        () ->
            writer.write(
                TestMessages.message(1, TestMessages.outputs("a", "x".repeat(1000)), ALL), small));
  }

  private JsonNode read(ResultMessage message) throws IOException {
    return new ObjectMapper().readTree(json(message));
  }

  private String json(ResultMessage message) throws IOException {
    writer.write(message, buffer);
    return Golden.text(buffer.pieces(message.frameId()).get(0));
  }

  private static List<String> names(JsonNode node) {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
