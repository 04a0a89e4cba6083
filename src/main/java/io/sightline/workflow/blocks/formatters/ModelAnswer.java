package io.sightline.workflow.blocks.formatters;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The JSON in what a language model answered: the first block between ```json and ```, or else the
 * whole text. Values are maps, lists, strings, numbers, booleans and null.
 */
final class ModelAnswer {
  static final int MAX_LENGTH = 1_000_000;

  private static final int MAX_LOOSE_LENGTH = 262_144;
  private static final int MAX_NESTING = 256;
  private static final String OPENING = "```json";
  private static final String CLOSING = "```";
  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(MAX_NESTING).build())
                  .build())
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /** Reads one value and leaves what follows it. */
  private static final ObjectReader FIRST =
      JSON.readerFor(Object.class).without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private ModelAnswer() {}

  /**
   * @throws UnreadableAnswer where there is no JSON in it, or too much
   */
  static Object read(String text) throws UnreadableAnswer {
    try {
      if (text.length() <= MAX_LENGTH) {
        return JSON.readValue(block(text), Object.class);
      }
    } catch (JsonProcessingException e) {
      throw new UnreadableAnswer();
    }
    throw new UnreadableAnswer();
  }

  private static String block(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.length() != text.length()) {
      lower = text;
    }
    int start = lower.indexOf(OPENING);
    int end = start < 0 ? -1 : text.indexOf(CLOSING, start + OPENING.length());
    return end < 0 ? text : text.substring(start + OPENING.length(), end);
  }

  /** The objects that stand in a text one by one, whatever is between them. */
  static List<Object> looseObjects(String text) {
    List<Object> objects = new ArrayList<>();
    int at = text.length() > MAX_LOOSE_LENGTH ? -1 : text.indexOf('{');
    while (at >= 0) {
      int next = at + 1;
      try (JsonParser parser = JSON.createParser(text.substring(at))) {
        objects.add(FIRST.readValue(parser));
        next = at + (int) parser.currentLocation().getCharOffset();
      } catch (IOException e) {
        next = at + 1;
      }
      at = text.indexOf('{', next);
    }
    return objects;
  }

  /** A text that is no answer a program can read. */
  static final class UnreadableAnswer extends Exception {
    private static final long serialVersionUID = 1L;

    UnreadableAnswer() {
      super("no JSON", null, false, false);
    }
  }
}
