package io.sightline.json;

import com.fasterxml.jackson.core.JsonProcessingException;

/** What a parser says of a text that is no JSON, as a person can read it. */
public final class ParserMessage {
  /** Where the parser was when it began: it does not know the text of these places. */
  private static final String PLACES = "(?s) \\((start marker|for \\w+ starting) at .*";

  private ParserMessage() {}

  /** The parser's own words, without the places of which it does not know the text. */
  public static String of(JsonProcessingException e) {
    return e.getOriginalMessage().replaceAll(PLACES, "");
  }
}
