package io.sightline.datachannel;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import io.sightline.json.PictureForm;
import io.sightline.json.ValueWriter;
import io.sightline.vision.Image;
import io.sightline.vision.Moments;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes a result as JSON, streaming: no tree, no text in between. An output that cannot be written
 * becomes an entry that says why.
 */
final class ResultWriter {
  /** Seconds in one unit of the presentation timestamp, as the reference prints them. */
  private static final String TIME_BASE = "1.1111111111111112e-05";

  private static final String FAILED = "__serialization_error__";

  /** Buffers are pooled here, not on threads: a server's threads outlive the application. */
  static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
          .recyclerPool(JsonRecyclerPools.newBoundedPool(64))
          .build();

  private final ValueWriter values;

  ResultWriter(int jpegQuality) {
    values = new ValueWriter(PictureForm.stream(jpegQuality));
  }

  /**
   * Fills {@code buffer} with the message.
   *
   * @throws IOException where the message is too large for the buffer
   */
  void write(ResultMessage message, MessageBuffer buffer) throws IOException {
    List<String> errors = new ArrayList<>(message.errors());
    Map<String, Object> selected = select(message, errors);
    buffer.reset();
    try (JsonGenerator json = JSON.createGenerator(buffer)) {
      json.writeStartObject();
      if (selected.isEmpty()) {
        json.writeNullField("serialized_output_data");
      } else {
        json.writeObjectFieldStart("serialized_output_data");
        for (Map.Entry<String, Object> output : selected.entrySet()) {
          output(json, buffer, output, errors);
        }
        json.writeEndObject();
      }
      json.writeFieldName("video_metadata");
      metadata(json, message);
      json.writeArrayFieldStart("errors");
      for (String error : errors) {
        json.writeString(error);
      }
      json.writeEndArray();
      json.writeBooleanField("processing_complete", message.complete());
      json.writeStringField("termination_reason", message.terminationReason());
      json.writeEndObject();
    }
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

  /**
   * Writes one output with a generator of its own, so that one that fails halfway leaves the
   * message's as it was; what it has written until then is taken back.
   */
  private void output(
      JsonGenerator json,
      MessageBuffer buffer,
      Map.Entry<String, Object> output,
      List<String> errors)
      throws IOException {
    json.writeFieldName(output.getKey());
    json.writeRawValue("");
    json.flush();
    int before = buffer.length();
    String failure;
    try (JsonGenerator own = JSON.createGenerator(buffer)) {
      values.write(own, output.getValue());
      return;
    } catch (RuntimeException | JsonProcessingException e) {
      failure = e.getMessage() == null ? e.toString() : e.getMessage();
    }
    buffer.truncate(before);
    errors.add(output.getKey() + ": " + failure);
    try (JsonGenerator own = JSON.createGenerator(buffer)) {
      own.writeStartObject();
      own.writeStringField(FAILED, failure);
      own.writeEndObject();
    }
  }

  private static void metadata(JsonGenerator json, ResultMessage message) throws IOException {
    json.writeStartObject();
    json.writeNumberField("frame_id", message.frameId() - (message.complete() ? 1 : 0));
    json.writeStringField("received_at", Moments.local(message.receivedAt()));
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
