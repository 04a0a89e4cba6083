package io.sightline.signaling;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.sightline.session.IceCandidate;
import io.sightline.session.OutputChange;
import io.sightline.session.SessionOffer;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Texts of the signaling socket to messages and back. Safe for several threads. */
final class MessageCodec {
  /** Above the deepest workflow definition that a setting allows, and what an offer adds. */
  private static final int DEPTH_MAX = 300;

  private static final int NUMBER_MAX = 100;

  private final ObjectMapper json;
  private final OptionsReader options;
  private final Map<String, Function<Fields, ClientMessage>> readers = new TreeMap<>();

  /**
   * @param maxCharacters of one message
   */
  MessageCodec(int maxCharacters) {
    json =
        JsonMapper.builder(
                JsonFactory.builder()
                    .streamReadConstraints(
                        StreamReadConstraints.builder()
                            .maxNestingDepth(DEPTH_MAX)
                            .maxNumberLength(NUMBER_MAX)
                            .maxStringLength(maxCharacters)
                            .maxDocumentLength(maxCharacters)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();
    options = new OptionsReader(json);
    readers.put("offer", this::offer);
    readers.put("candidate", MessageCodec::candidate);
    readers.put("configure", this::configure);
    readers.put("pause", m -> new ClientMessage.Pause());
    readers.put("resume", m -> new ClientMessage.Resume());
    readers.put("terminate", m -> new ClientMessage.Terminate());
    readers.put("status", m -> new ClientMessage.Status());
    readers.put("ping", m -> new ClientMessage.Ping());
    readers.put("ack", MessageCodec::ack);
    readers.put(
        "resume_session",
        m ->
            new ClientMessage.ResumeSession(m.requiredText("session_id"), m.requiredText("token")));
  }

  /**
   * Reads a client's message.
   *
   * @throws InvalidMessage saying what is wrong, where, and what would be right
   */
  ClientMessage read(String text) {
    JsonNode message = parse(text);
    if (message == null || !message.isObject()) {
      throw new InvalidMessage(
          "a message must be an object such as {\"type\":\"ping\"}, not "
              + (message == null ? "nothing" : JsonKind.of(message)));
    }
    Fields fields = Fields.of(message);
    String type = fields.text("type");
    Function<Fields, ClientMessage> reader = type == null ? null : readers.get(type);
    if (reader == null) {
      throw new InvalidMessage(
          "%s; known types: %s"
              .formatted(
                  type == null ? "'type' is missing" : "unknown type '" + shortened(type) + "'",
                  String.join(", ", readers.keySet())));
    }
    return reader.apply(fields);
  }

  String write(ServerMessage message) {
    try {
      return json.writerFor(ServerMessage.class).writeValueAsString(message);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a message cannot be written: " + message, e);
    }
  }

  private JsonNode parse(String text) {
    try {
      return json.readTree(text);
    } catch (JsonProcessingException e) {
      JsonLocation place = e.getLocation();
      throw new InvalidMessage(
          "not JSON at line %d, column %d: %s"
              .formatted(
                  place == null ? 1 : place.getLineNr(),
                  place == null ? 1 : place.getColumnNr(),
                  shortened(e.getOriginalMessage())));
    }
  }

  private ClientMessage offer(Fields message) {
    return new ClientMessage.Offer(
        new SessionOffer(message.text("sdp"), options.read(message)), message.text("api_key"));
  }

  private ClientMessage configure(Fields message) {
    return new ClientMessage.Configure(
        new OutputChange(
            message.texts("stream_output"),
            message.texts("data_output"),
            message.has("workflows_parameters") ? options.parameters(message) : null));
  }

  private static ClientMessage candidate(Fields message) {
    if (!message.names("candidate")) {
      throw new InvalidMessage("'candidate' is missing: an object, or null for the end");
    }
    Fields candidate = message.inner("candidate");
    return new ClientMessage.Candidate(
        candidate == null
            ? null
            : new IceCandidate(
                candidate.requiredText("candidate"),
                candidate.text("sdpMid"),
                candidate.smallNumber("sdpMLineIndex")));
  }

  private static ClientMessage ack(Fields message) {
    Long frameId = message.wholeNumber("ack");
    if (frameId == null || frameId < 0) {
      throw new InvalidMessage("'ack' must be the id of the last handled frame, 0 or more");
    }
    return new ClientMessage.Ack(frameId);
  }

  private static String shortened(String text) {
    return text.length() > 120 ? text.substring(0, 120) + "…" : text;
  }
}
