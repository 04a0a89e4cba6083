package io.sightline.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.sightline.settings.ReferenceFile;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyParserTest {
  private final BodyParser parser =
      new BodyParser(HttpSettings.of(new ReferenceFile(Map.of()).settings()));

  private Object parse(String text) {
    return parser.parse(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void readsWhatPythonReads() {
    assertEquals(
        Map.of("a", Arrays.asList(1, 2.5, true, null, "ü")),
        parse("{\"a\":[1,2.5,true,null,\"ü\"]}"));
    assertTrue(Double.isNaN((Double) parse("NaN")));
    assertNull(parse(""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "{\"a\":}", "nothing", "1 2", "{'a':1}", "[1,]", " "})
  @DisplayName("H-1: a body that is no JSON is refused with 422 and its place")
  void refusesWhatIsNoJson(String text) {
    HttpException refused = assertThrows(HttpException.class, () -> parse(text));
    assertEquals(422, refused.reply().status());
    JsonNode detail = Doors.json(refused.reply()).get("detail").get(0);
    assertEquals("json_invalid", detail.get("type").asText());
    assertEquals("body", detail.get("loc").get(0).asText());
    assertTrue(detail.get("loc").get(1).isInt());
  }

  @Test
  @DisplayName("H-3: a body is bounded in nesting")
  void refusesDeepNesting() {
    String deep = "[".repeat(100_000) + "]".repeat(100_000);
    HttpException refused = assertThrows(HttpException.class, () -> parse(deep));
    assertTrue(
        Doors.json(refused.reply()).toString().contains("nested deeper than 64"),
        Doors.json(refused.reply())::toString);
  }
}
