package io.sightline.datachannel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ControlMessageTest {
  @Test
  void readsAllItsKeys() {
    assertEquals(
        new ControlMessage(List.of("a"), List.of("*"), 12L),
        ControlMessage.parse(
            "{\"stream_output\":[\"a\",null],\"data_output\":[\"*\"],\"ack\":12,\"other\":{}}"));
  }

  @Test
  @DisplayName("as older clients of the stream manager send it")
  void takesOneNameForAList() {
    assertEquals(
        new ControlMessage(List.of("a"), List.of(""), null),
        ControlMessage.parse("{\"stream_output\":\"a\",\"data_output\":\"\"}"));
  }

  @Test
  void takesWhatIsAbsentOrNullAsUnchanged() {
    ControlMessage nothing = new ControlMessage(null, null, null);
    assertEquals(nothing, ControlMessage.parse("{}"));
    assertEquals(nothing, ControlMessage.parse("{\"ack\":null,\"data_output\":null}"));
    assertEquals(
        new ControlMessage(List.of(), null, null), ControlMessage.parse("{\"stream_output\":[]}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "[]",
        "\"text\"",
        "{",
        "{} {}",
        "{\"ack\":-1}",
        "{\"ack\":1.5}",
        "{\"ack\":\"1\"}",
        "{\"ack\":99999999999999999999}",
        "{\"ack\":1e400}",
        "{\"ack\":111111111111111111111111111111111111111111111111}",
        "{\"stream_output\":7}",
        "{\"stream_output\":{\"a\":1}}",
        "{\"data_output\":[1]}",
        "{\"data_output\":[[\"a\"]]}",
        "\u0000\u0001",
        "{\"a\":[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]}"
      })
  @DisplayName("DC-10: anything else is refused with what would be right")
  void refusesAnythingElse(String text) {
    DataChannelException e =
        assertThrows(DataChannelException.class, () -> ControlMessage.parse(text));
    assertTrue(e.getMessage().length() > 10, e.getMessage());
  }

  @Test
  @DisplayName("DC-10: length, number and length of names are bounded")
  void refusesWhatIsTooLarge() {
    String many = "{\"data_output\":[" + "\"a\",".repeat(256) + "\"a\"]}";
    String wide = "{\"data_output\":[\"" + "a".repeat(257) + "\"]}";
    String huge = "{\"x\":\"" + "a".repeat(300_000) + "\"}";
    for (String text : List.of(many, wide, huge)) {
      assertThrows(DataChannelException.class, () -> ControlMessage.parse(text));
    }
  }

  @Test
  void namesInWordsWhatCameInsteadOfAMessage() {
    for (String[] each :
        new String[][] {{"", "not nothing"}, {"[]", "not a list"}, {"\"x\"", "not a text"}}) {
      String told =
          assertThrows(DataChannelException.class, () -> ControlMessage.parse(each[0]))
              .getMessage();
      assertTrue(told.endsWith(each[1]), told);
    }
  }
}
