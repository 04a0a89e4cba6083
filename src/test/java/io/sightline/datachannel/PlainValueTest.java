package io.sightline.datachannel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sightline.settings.ReferenceFile;
import io.sightline.vision.Image;
import io.sightline.vision.ImagePool;
import io.sightline.vision.VideoMetadata;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** One value a message, as the stream manager's clients read it. */
class PlainValueTest {
  private static final DataOutput VALUE = DataOutput.of(List.of("value", "ignored"));

  private final ResultChannel channel =
      new ResultChannel(new ReferenceFile(Map.of()).settings(), ResultChannel.Format.PLAIN);
  private final List<String> sent = new ArrayList<>();
  private long waiting;

  @BeforeEach
  void attach() {
    channel.attach(
        new MessageTransport() {
          @Override
          public boolean isOpen() {
            return true;
          }

          @Override
          public long bufferedAmount() {
            return waiting;
          }

          @Override
          public void send(ByteBuffer message, boolean binary) {
            assertTrue(!binary);
            sent.add(StandardCharsets.UTF_8.decode(message).toString());
          }
        });
  }

  @Test
  void sendsMapsAsJson() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("a", List.of(1, 2.5));
    map.put("b", null);
    assertEquals("{\"a\":[1,2.5],\"b\":null}", text(map));
  }

  @Test
  @DisplayName("anything else as Python's str() shows it")
  void sendsOthersAsPythonShowsThem() {
    assertEquals("as it is", text("as it is"));
    assertEquals("None", text(null));
    assertEquals("True", text(true));
    assertEquals("7", text(7));
    assertEquals("0.5", text(0.5));
    assertEquals("3.0", text(3.0));
    assertEquals("1e-05", text(0.00001));
    assertEquals("-1.5e+16", text(-1.5e16));
    assertEquals("1234567890123456.0", text(1234567890123456.0));
    assertEquals("0.0001", text(0.0001));
    assertEquals("nan", text(Double.NaN));
    assertEquals("-0.0", text(-0.0));
    assertEquals(
        "[1, 'it', \"it's\", None, [], {'k': False}]",
        text(Arrays.asList(1, "it", "it's", null, List.of(), Map.of("k", false))));
    assertEquals("{}", text(Map.of()));
    assertEquals("[]", text(List.of()));
  }

  @Test
  void tellsWhatItCannotSend() {
    Image image =
        Image.frame(new ImagePool(1).take(4, 4, 3), null, "i", VideoMetadata.unknown("v"));
    assertEquals(
        "Selected data output 'value' contains image, please use video output instead",
        problem(image));
    assertEquals(
        "Selected data output 'value' not found in workflow outputs",
        channel.sendValue(Map.of(), VALUE));
    assertEquals("Failed to serialise output: value", problem(Map.of("k", new Object())));
    assertEquals("Failed to serialise output: value", problem("x".repeat(300_000)));
    assertEquals(
        "Selected data output '*' not found in workflow outputs",
        channel.sendValue(Map.of(), DataOutput.of(List.of("*"))));
    assertEquals(List.of(), sent);
    image.release();
  }

  @Test
  void sendsNothingElse() {
    assertNull(channel.sendValue(Map.of("value", 1), DataOutput.NONE));
    assertTrue(channel.send(ResultMessage.end(4, Instant.EPOCH, null)));
    waiting = 5_000_000;
    assertNull(problem(1), "a slow client loses values, they are counted");
    assertEquals(1, channel.snapshot().dropped());
    channel.close();
    assertNull(problem(1));
    assertEquals(List.of(), sent);
  }

  private String text(Object value) {
    assertNull(problem(value));
    return sent.remove(0);
  }

  private String problem(Object value) {
    Map<String, Object> outputs = new LinkedHashMap<>();
    outputs.put("value", value);
    return channel.sendValue(outputs, VALUE);
  }
}
