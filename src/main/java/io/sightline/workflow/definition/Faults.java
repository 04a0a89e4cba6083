package io.sightline.workflow.definition;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects what is wrong while a document is read, at most so much that a person can use it. */
final class Faults {
  static final String REQUIRED = "Field required";
  static final String NO_STRING = "Input should be a valid string";
  private static final int MAX = 100;

  private final List<Fault> faults = new ArrayList<>();

  void add(String location, String details) {
    add(Fault.at(location, details));
  }

  void add(Fault fault) {
    if (faults.size() < MAX) {
      faults.add(fault);
    }
  }

  List<Fault> all() {
    return Collections.unmodifiableList(faults);
  }

  /** The list under {@code key}; empty, with a fault, where there is none. */
  List<?> list(Map<?, ?> document, String key) {
    if (document.get(key) instanceof List<?> list) {
      return list;
    }
    add(key, document.containsKey(key) ? "Input should be a valid list" : REQUIRED);
    return List.of();
  }

  /** The object that {@code value} is; null, with a fault, where it is none. */
  Map<String, Object> object(Object value, String location) {
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> fields = new LinkedHashMap<>();
      map.forEach((k, v) -> fields.put((String) k, v));
      return Collections.unmodifiableMap(fields);
    }
    add(location, "Input should be a valid dictionary");
    return null;
  }

  /** The string under {@code key}; null, with a fault, where there is none. */
  String string(Map<String, Object> object, String key, String location) {
    if (object.get(key) instanceof String s) {
      return s;
    }
    add(location + "." + key, object.containsKey(key) ? NO_STRING : REQUIRED);
    return null;
  }
}
