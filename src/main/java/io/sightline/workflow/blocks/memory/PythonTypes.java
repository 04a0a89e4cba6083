package io.sightline.workflow.blocks.memory;

import io.sightline.vision.Detections;
import java.util.List;
import java.util.Map;

/** How Python names the types of values, for error messages. */
final class PythonTypes {
  private PythonTypes() {}

  static String name(Object value) {
    String type = "object";
    if (value == null) {
      type = "NoneType";
    } else if (value instanceof String) {
      type = "str";
    } else if (value instanceof Boolean) {
      type = "bool";
    } else if (value instanceof Number number) {
      type = PythonNumbers.whole(number) ? "int" : "float";
    } else if (value instanceof List<?>) {
      type = "list";
    } else if (value instanceof Map<?, ?>) {
      type = "dict";
    } else if (value instanceof Detections) {
      type = "Detections";
    }
    return type;
  }
}
