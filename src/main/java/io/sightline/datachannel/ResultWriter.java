package io.sightline.datachannel;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import io.sightline.vision.Image;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes a result as JSON, streaming: no tree, no text in between. An output that cannot be written
 * becomes an entry that says why, and the message is written again from its start.
 */
final class ResultWriter {
  /** Seconds in one unit of the presentation timestamp, as the reference prints them. */
  private static final String TIME_BASE = "1.1111111111111112e-05";

  private static final String FAILED = "__serialization_error__";

  /** Buffers are pooled here, not on threads: a server's threads outlive the application. */
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
          .recyclerPool(JsonRecyclerPools.newBoundedPool(64))
          .build();

  private final ValueWriter values;

  ResultWriter(int jpegQuality) {
    values = new ValueWriter(jpegQuality);
  }

  /**
   * Fills {@code buffer} with the message.
   *
   * @throws IOException where the message is too large for the buffer
   */
  void write(ResultMessage message, MessageBuffer buffer) throws IOException {
    List<String> missing = new ArrayList<>();
    Map<String, Object> selected = select(message, missing);
    Map<String, String> failures = new LinkedHashMap<>();
    String failed;
    do {
      buffer.reset();
      failed = attempt(message, selected, missing, failures, buffer);
    } while (failed != null);
  }

  /** The outputs to send, in the order to send them. */
  private static Map<String, Object> select(ResultMessage message, List<String> missing) {
    Map<String, Object> outputs = message.outputs() == null ? Map.of() : message.outputs();
    Map<String, Object> selected = new LinkedHashMap<>();
    switch (message.selection().mode()) {
      case NONE -> {}
      case ALL ->
          outputs.forEach(
              (name, value) -> {
                if (!(value instanceof Image)) {
                  selected.put(name, value);
                }
              });
      case SPECIFIC -> {
        for (String name : message.selection().names()) {
          if (outputs.containsKey(name)) {
            selected.put(name, outputs.get(name));
          } else {
            missing.add("Output '" + name + "' not found");
          }
        }
      }
    }
    return selected;
  }

  /** Writes everything; the name of an output that fails for the first time stops it. */
  private String attempt(
      ResultMessage message,
      Map<String, Object> selected,
      List<String> missing,
      Map<String, String> failures,
      MessageBuffer buffer)
      throws IOException {
    try (JsonGenerator json = JSON.createGenerator(buffer)) {
      json.writeStartObject();
      if (selected.isEmpty()) {
        json.writeNullField("serialized_output_data");
      } else {
        json.writeObjectFieldStart("serialized_output_data");
        for (Map.Entry<String, Object> output : selected.entrySet()) {
          if (!output(json, output, failures)) {
            return output.getKey();
          }
        }
        json.writeEndObject();
      }
      json.writeFieldName("video_metadata");
      metadata(json, message);
      json.writeArrayFieldStart("errors");
      for (String error : message.errors()) {
        json.writeString(error);
      }
      for (String error : missing) {
        json.writeString(error);
      }
      for (Map.Entry<String, String> failure : failures.entrySet()) {
        json.writeString(failure.getKey() + ": " + failure.getValue());
      }
      json.writeEndArray();
      json.writeBooleanField("processing_complete", message.complete());
      json.writeStringField("termination_reason", message.terminationReason());
      json.writeEndObject();
    }
    return null;
  }

  /** Writes one output, or what an earlier attempt said about it; false where it now fails. */
  private boolean output(
      JsonGenerator json, Map.Entry<String, Object> output, Map<String, String> failures)
      throws IOException {
    json.writeFieldName(output.getKey());
    String failure = failures.get(output.getKey());
    if (failure != null) {
      json.writeStartObject();
      json.writeStringField(FAILED, failure);
      json.writeEndObject();
      return true;
    }
    try {
      values.write(json, output.getValue());
      return true;
    } catch (RuntimeException | JsonProcessingException e) {
      failures.put(output.getKey(), e.getMessage() == null ? e.toString() : e.getMessage());
      return false;
    }
  }

  private static void metadata(JsonGenerator json, ResultMessage message) throws IOException {
    json.writeStartObject();
    json.writeNumberField("frame_id", message.frameId() - (message.complete() ? 1 : 0));
    json.writeStringField("received_at", LocalTimestamp.text(message.receivedAt()));
    ValueWriter.field(json, "pts", message.pts());
    json.writeFieldName("time_base");
    if (message.pts() == null) {
      json.writeNull();
    } else {
      json.writeNumber(TIME_BASE);
    }
    ValueWriter.field(json, "declared_fps", message.declaredFps());
    json.writeNullField("measured_fps");
    ValueWriter.field(json, "width", message.width());
    ValueWriter.field(json, "height", message.height());
    json.writeEndObject();
  }
}
