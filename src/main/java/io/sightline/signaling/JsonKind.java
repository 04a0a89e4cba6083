package io.sightline.signaling;

import com.fasterxml.jackson.databind.JsonNode;

/** A JSON value's kind in words for an error message. */
final class JsonKind {
  private JsonKind() {}

  static String of(JsonNode value) {
    return switch (value.getNodeType()) {
      case ARRAY -> "a list";
      case OBJECT -> "an object";
      case STRING -> "a text";
      case NUMBER -> "the number " + shortened(value.asText());
      case BOOLEAN -> value.asText();
      case NULL -> "null";
      default -> "nothing";
    };
  }

  private static String shortened(String text) {
    return text.length() > 24 ? text.substring(0, 24) + "…" : text;
  }
}
