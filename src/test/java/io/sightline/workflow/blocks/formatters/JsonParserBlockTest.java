package io.sightline.workflow.blocks.formatters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.sightline.workflow.block.BlockResult;
import io.sightline.workflow.block.FormException;
import io.sightline.workflow.blocks.GivenStep;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonParserBlockTest {
  private static List<Object> parse(String text, String... fields) {
    return ((BlockResult.Values)
            new JsonParserBlock()
                .run(
                    GivenStep.input(
                        new JsonParserBlock.V1().manifest(),
                        Map.of("raw_json", text, "expected_fields", List.of(fields)))))
        .values();
  }

  @Test
  void takesFieldsOutOfTheFirstBlock() {
    assertEquals(
        List.of(false, 1, "x"),
        parse("so:\n```JSON\n{\"a\": 1, \"b\": \"x\"}\n``` or ```json\n{}```", "a", "b"));
  }

  @Test
  void saysWhereAFieldIsMissing() {
    assertEquals(java.util.Arrays.asList(true, 1, null), parse("{\"a\": 1}", "a", "b"));
    assertEquals(java.util.Arrays.asList(true, null), parse("[1]", "a"));
    assertEquals(java.util.Arrays.asList(true, null), parse("{\"a\": 1} x", "a"));
    assertEquals(List.of(false), parse("[1]"));
  }

  @Test
  void boundsWhatItReads() {
    assertEquals(
        java.util.Arrays.asList(true, null),
        parse("{\"a\":" + " ".repeat(ModelAnswer.MAX_LENGTH) + "1}", "a"));
    assertEquals(java.util.Arrays.asList(true, null), parse("[".repeat(100_000), "a"));
  }

  @Test
  void theStatusIsNoField() {
    assertThrows(
        FormException.class,
        () ->
            GivenStep.fields(
                new JsonParserBlock.V1(),
                Map.of("raw_json", "{}", "expected_fields", List.of("error_status"))));
  }
}
