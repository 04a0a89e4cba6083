package io.sightline.http;

import com.fasterxml.jackson.core.JsonGenerator;
import io.sightline.json.PictureForm;
import io.sightline.json.ValueException;
import io.sightline.json.ValueWriter;
import io.sightline.vision.VisionException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes what a workflow gave: {@code {"outputs": [{…}, …], "profiler_trace": []}}. */
final class OutputsWriter {
  private final ValueWriter values;
  private final int maxBytes;

  OutputsWriter(HttpSettings settings) {
    values = new ValueWriter(PictureForm.answer(settings.jpegQuality()));
    maxBytes = settings.answerBytes();
  }

  /**
   * @param outputs for each image, output name to value
   * @throws HttpException where a value has no form in JSON, or the answer is too large
   */
  Reply write(List<Map<String, Object>> outputs, List<String> excluded) {
    AnswerBuffer buffer = new AnswerBuffer(maxBytes);
    try (JsonGenerator json = Json.MAPPER.createGenerator(buffer)) {
      json.writeStartObject();
      json.writeArrayFieldStart("outputs");
      for (Map<String, Object> one : outputs) {
        json.writeStartObject();
        for (Map.Entry<String, Object> output : one.entrySet()) {
          if (!excluded.contains(output.getKey())) {
            write(json, output);
          }
        }
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeArrayFieldStart("profiler_trace");
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Reply.ok(buffer.toByteArray());
  }

  private void write(JsonGenerator json, Map.Entry<String, Object> output) throws IOException {
    json.writeFieldName(output.getKey());
    try {
      values.write(json, output.getValue());
    } catch (ValueException | VisionException e) {
      Map<String, Object> body = new LinkedHashMap<>();
      body.put(
          "message",
          "Requested Workflow output serialization, but for output `%s` there is no form in JSON: %s"
              .formatted(output.getKey(), e.getMessage()));
      body.put("error_type", "ExecutionEngineRuntimeError");
      body.put("context", "workflow_execution | output_construction");
      body.put("inner_error_type", null);
      body.put("inner_error_message", "None");
      throw new HttpException(Reply.of(500, body));
    }
  }
}
