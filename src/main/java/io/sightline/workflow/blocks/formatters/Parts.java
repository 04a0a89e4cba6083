package io.sightline.workflow.blocks.formatters;

import io.sightline.workflow.block.FormException;
import java.util.List;
import java.util.Map;

/** The parts of an object in a document. */
final class Parts {
  private Parts() {}

  static Object required(Map<?, ?> object, String key) {
    if (!object.containsKey(key)) {
      throw new FormException("Field required");
    }
    return object.get(key);
  }

  static Map<?, ?> object(Object value) {
    if (value instanceof Map<?, ?> map) {
      return map;
    }
    throw new FormException("Input should be a valid dictionary");
  }

  static List<?> list(Object value) {
    if (value instanceof List<?> list) {
      return list;
    }
    throw new FormException("Input should be a valid list");
  }

  static void tagged(Map<?, ?> object, String type) {
    if (!type.equals(required(object, "type"))) {
      throw new FormException("Input should be '" + type + "'");
    }
  }
}
