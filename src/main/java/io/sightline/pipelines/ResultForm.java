package io.sightline.pipelines;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.util.RawValue;
import io.sightline.json.PictureForm;
import io.sightline.json.ValueException;
import io.sightline.json.ValueWriter;
import io.sightline.settings.Settings;
import io.sightline.stream.FrameStamp;
import io.sightline.stream.StreamResult;
import io.sightline.vision.Moments;
import io.sightline.vision.VisionException;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A result as clients read it, bounded in size. */
final class ResultForm {
  private static final JsonFactory JSON =
      JsonFactory.builder().recyclerPool(JsonRecyclerPools.newBoundedPool(16)).build();

  private final ValueWriter values;
  private final int maxBytes;

  /**
   * @throws io.sightline.settings.SettingsException where a bound is out of bounds
   */
  ResultForm(Settings settings) {
    values =
        new ValueWriter(
            PictureForm.answer(settings.integer("sightline.http.jpeg.quality", 1, 100)));
    maxBytes = settings.integer("sightline.http.answer.max.bytes", 1024, 1 << 30);
  }

  /** Nothing has been buffered. */
  static Map<String, Object> empty() {
    return content(List.of(), List.of());
  }

  /**
   * @param excluded outputs that are not wanted
   * @throws CommandFailure where a value has no form in JSON, or all are too large together
   */
  Map<String, Object> of(StreamResult result, List<String> excluded) {
    Set<String> unwanted = Set.copyOf(excluded);
    List<Object> outputs = new ArrayList<>();
    long left = maxBytes;
    for (Map<String, Object> one : result.outputs()) {
      Map<String, Object> form = one == null ? null : new LinkedHashMap<>();
      if (one != null) {
        for (Map.Entry<String, Object> output : one.entrySet()) {
          if (!unwanted.contains(output.getKey())) {
            String text = text(output);
            left -= text.length();
            form.put(output.getKey(), new RawValue(text));
            check(left);
          }
        }
      }
      outputs.add(form);
    }
    List<Object> stamps = new ArrayList<>();
    result.stamps().forEach(stamp -> stamps.add(stamp == null ? null : stamp(stamp)));
    return content(outputs, stamps);
  }

  private void check(long left) {
    if (left < 0) {
      throw failure(
          "the result is larger than %d bytes: sightline.http.answer.max.bytes"
              .formatted(maxBytes));
    }
  }

  private String text(Map.Entry<String, Object> output) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      values.write(json, output.getValue());
    } catch (ValueException | VisionException e) {
      throw failure("output '%s': %s".formatted(output.getKey(), e.getMessage()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static CommandFailure failure(String message) {
    return new CommandFailure(
        CommandFailure.Type.OPERATION_ERROR,
        "ValueError",
        message,
        "Unexpected error with InferencePipeline results consumption.");
  }

  private static Map<String, Object> content(List<Object> outputs, List<Object> stamps) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("outputs", outputs);
    content.put("frames_metadata", stamps);
    return content;
  }

  private static Map<String, Object> stamp(FrameStamp stamp) {
    Map<String, Object> form = new LinkedHashMap<>();
    form.put("frame_timestamp", Moments.local(stamp.timestamp()));
    form.put("frame_id", stamp.frameId());
    form.put("source_id", stamp.sourceId());
    return form;
  }
}
