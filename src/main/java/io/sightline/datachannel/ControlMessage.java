package io.sightline.datachannel;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;

/**
 * What a client may say on the data channel; null means unchanged. Keys that are not known are
 * ignored, as other servers of this protocol do.
 *
 * @param ack last handled frame id, null where absent
 */
public record ControlMessage(List<String> streamOutput, List<String> dataOutput, Long ack) {
  private static final int MAX_CHARACTERS = 262_144;
  private static final int MAX_NAMES = 256;
  private static final int MAX_NAME = 256;
  private static final int MAX_DEPTH = 16;

  private static final ObjectMapper JSON =
      new ObjectMapper(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(MAX_DEPTH)
                          .maxNumberLength(32)
                          .maxStringLength(MAX_CHARACTERS)
                          .maxDocumentLength(MAX_CHARACTERS)
                          .build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  /**
   * @throws DataChannelException where the text is no such message; the message says what is wrong
   */
  public static ControlMessage parse(String text) {
    if (text.length() > MAX_CHARACTERS) {
      throw new DataChannelException(
          "a control message has %d characters, at most %d are read"
              .formatted(text.length(), MAX_CHARACTERS));
    }
    JsonNode message = read(text);
    if (!message.isObject()) {
      throw new DataChannelException(
          "a control message must be a JSON object such as {\"data_output\":[\"*\"]}, not "
              + kind(message));
    }
    return new ControlMessage(
        names(message, "stream_output"), names(message, "data_output"), ack(message));
  }

  private static JsonNode read(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new DataChannelException(
          "a control message must be JSON: " + e.getOriginalMessage(), e);
    }
  }

  private static List<String> names(JsonNode message, String key) {
    JsonNode list = message.path(key);
    if (list.isMissingNode() || list.isNull()) {
      return null;
    }
    if (list.isTextual() && list.textValue().length() <= MAX_NAME) {
      return List.of(list.textValue());
    }
    if (!list.isArray() || list.size() > MAX_NAMES) {
      throw new DataChannelException(
          "%s must be null, a name or a list of at most %d names".formatted(key, MAX_NAMES));
    }
    List<String> names = new ArrayList<>(list.size());
    for (JsonNode name : list) {
      if (name.isTextual() && name.textValue().length() <= MAX_NAME) {
        names.add(name.textValue());
      } else if (!name.isNull()) {
        throw new DataChannelException(
            "%s must hold names of at most %d characters, not %s"
                .formatted(key, MAX_NAME, kind(name)));
      }
    }
    return List.copyOf(names);
  }

  private static Long ack(JsonNode message) {
    JsonNode ack = message.path("ack");
    if (ack.isMissingNode() || ack.isNull()) {
      return null;
    }
    if (!ack.isIntegralNumber() || !ack.canConvertToLong() || ack.longValue() < 0) {
      throw new DataChannelException("ack must be a whole number from 0, not " + kind(ack));
    }
    return ack.longValue();
  }

  private static String kind(JsonNode value) {
    return switch (value.getNodeType()) {
      case ARRAY -> "a list";
      case OBJECT -> "an object";
      case STRING -> "a text";
      case NUMBER -> "a number";
      case BOOLEAN, NULL -> value.asText();
      default -> "nothing";
    };
  }
}
