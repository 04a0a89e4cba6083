package io.sightline.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The fields of a request's body. What is wrong is collected: {@link #check} throws it all at once.
 */
final class RequestBody {
  private static final Set<String> TRUE = Set.of("true", "t", "yes", "y", "on", "1");
  private static final Set<String> FALSE = Set.of("false", "f", "no", "n", "off", "0");

  private final Map<?, ?> fields;
  private final BodyFaults faults = new BodyFaults();

  private RequestBody(Map<?, ?> fields) {
    this.fields = fields;
  }

  /**
   * @throws HttpException (422) where the body is missing or no object
   */
  static RequestBody of(Call call) {
    BodyFaults faults = new BodyFaults();
    if (!call.hasBody()) {
      faults.add("missing", "Field required", null);
    } else if (call.body() instanceof Map<?, ?> map) {
      return new RequestBody(map);
    } else {
      faults.add(
          "model_attributes_type",
          "Input should be a valid dictionary or object to extract fields from",
          call.body());
    }
    throw faults.exception();
  }

  /** A body without fields of its own. */
  static Map<String, Object> object(Call call) {
    BodyFaults faults = new BodyFaults();
    if (!call.hasBody()) {
      faults.add("missing", "Field required", null);
    } else if (call.body() instanceof Map<?, ?> map) {
      return copy(map);
    } else {
      faults.add("dict_type", "Input should be a valid dictionary", call.body());
    }
    throw faults.exception();
  }

  /** An object that must be there. */
  Map<String, Object> object(String name) {
    if (!fields.containsKey(name)) {
      faults.add("missing", "Field required", fields, name);
    } else if (fields.get(name) instanceof Map<?, ?> map) {
      return copy(map);
    } else {
      faults.add("dict_type", "Input should be a valid dictionary", fields.get(name), name);
    }
    return Map.of();
  }

  /** A text; null where there is none. */
  String text(String name) {
    Object value = fields.get(name);
    if (value == null || value instanceof String) {
      return (String) value;
    }
    faults.add("string_type", "Input should be a valid string", value, name);
    return null;
  }

  /** Texts; empty where there are none. */
  List<String> texts(String name) {
    Object value = fields.get(name);
    List<String> texts = new ArrayList<>();
    if (value instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        if (list.get(i) instanceof String text) {
          texts.add(text);
        } else {
          faults.add("string_type", "Input should be a valid string", list.get(i), name, i);
        }
      }
    } else if (value != null) {
      faults.add("list_type", "Input should be a valid list", value, name);
    }
    return texts;
  }

  /** True or false; false where it is not said. */
  boolean flag(String name) {
    Object value = fields.get(name);
    if (value instanceof Boolean flag) {
      return flag;
    }
    if (!fields.containsKey(name)) {
      return false;
    }
    if (value instanceof Number number
        && (number.doubleValue() == 0 || number.doubleValue() == 1)) {
      return number.doubleValue() == 1;
    }
    String text = value instanceof String s ? s.strip().toLowerCase(Locale.ROOT) : "";
    if (TRUE.contains(text) || FALSE.contains(text)) {
      return TRUE.contains(text);
    }
    if (value instanceof String || value instanceof Number) {
      faults.add(
          "bool_parsing",
          "Input should be a valid boolean, unable to interpret input",
          value,
          name);
    } else {
      faults.add("bool_type", "Input should be a valid boolean", value, name);
    }
    return false;
  }

  /**
   * @throws HttpException (422) with everything that was wrong so far
   */
  void check() {
    if (!faults.isEmpty()) {
      throw faults.exception();
    }
  }

  private static Map<String, Object> copy(Map<?, ?> map) {
    Map<String, Object> copy = new LinkedHashMap<>();
    map.forEach((key, value) -> copy.put((String) key, value));
    return copy;
  }
}
