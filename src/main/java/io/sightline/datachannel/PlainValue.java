package io.sightline.datachannel;

import com.fasterxml.jackson.core.JsonGenerator;
import io.sightline.json.PictureForm;
import io.sightline.json.ValueException;
import io.sightline.json.ValueWriter;
import io.sightline.vision.Detections;
import io.sightline.vision.Image;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * One output by itself, as the stream manager's clients read it: detections and maps as JSON,
 * anything else as Python's str() shows it.
 */
final class PlainValue {
  private final ValueWriter values;

  PlainValue(int jpegQuality) {
    values = new ValueWriter(PictureForm.stream(jpegQuality));
  }

  /**
   * Fills {@code buffer} with the value.
   *
   * @return what is wrong, in the words of the reference, or null
   */
  String write(String name, Map<String, Object> outputs, MessageBuffer buffer) {
    if (!outputs.containsKey(name)) {
      return "Selected data output '%s' not found in workflow outputs".formatted(name);
    }
    Object value = outputs.get(name);
    if (value instanceof Image) {
      return "Selected data output '%s' contains image, please use video output instead"
          .formatted(name);
    }
    buffer.reset();
    try {
      if (value instanceof Detections || value instanceof Map<?, ?>) {
        try (JsonGenerator json = ResultWriter.JSON.createGenerator(buffer)) {
          values.write(json, value);
        }
      } else {
        buffer.write(PythonText.of(value).getBytes(StandardCharsets.UTF_8));
      }
      return null;
    } catch (IOException | ValueException e) {
      return "Failed to serialise output: " + name;
    }
  }
}
