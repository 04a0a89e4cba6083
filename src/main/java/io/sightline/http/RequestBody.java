package io.sightline.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The fields of a request's body. What is wrong is collected: {@link #check} throws it all at once,
 * the first hundred faults where there are more.
 */
public final class RequestBody {
  private static final Set<String> TRUE = Set.of("true", "t", "yes", "y", "on", "1");
  private static final Set<String> FALSE = Set.of("false", "f", "no", "n", "off", "0");

  private final Map<?, ?> fields;
  private final BodyFaults faults;
  private final List<Object> path;

  private RequestBody(Map<?, ?> fields, BodyFaults faults, List<Object> path) {
    this.fields = fields;
    this.faults = faults;
    this.path = path;
  }

  /**
   * @throws HttpException (422) where the body is missing or no object
   */
  public static RequestBody of(Call call) {
    BodyFaults faults = new BodyFaults();
    if (call.body() == null) {
      faults.add("missing", "Field required", null);
    } else if (call.body() instanceof Map<?, ?> map) {
      return new RequestBody(map, faults, List.of());
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
    if (call.body() == null) {
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
      fault("missing", "Field required", fields, name);
    } else if (fields.get(name) instanceof Map<?, ?> map) {
      return copy(map);
    } else {
      fault("dict_type", "Input should be a valid dictionary", fields.get(name), name);
    }
    return Map.of();
  }

  /** A text; null where there is none. */
  public String text(String name) {
    Object value = fields.get(name);
    if (value == null || value instanceof String) {
      return (String) value;
    }
    fault("string_type", "Input should be a valid string", value, name);
    return null;
  }

  /** Texts; empty where there are none. */
  public List<String> texts(String name) {
    Object value = fields.get(name);
    List<String> texts = new ArrayList<>();
    if (value instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        if (list.get(i) instanceof String text) {
          texts.add(text);
        } else {
          fault("string_type", "Input should be a valid string", list.get(i), name, i);
        }
      }
    } else if (value != null) {
      fault("list_type", "Input should be a valid list", value, name);
    }
    return texts;
  }

  /** A list as it stands; empty where there is none. */
  public List<?> list(String name) {
    Object value = fields.get(name);
    if (value instanceof List<?> list) {
      return list;
    }
    if (value != null) {
      fault("list_type", "Input should be a valid list", value, name);
    }
    return List.of();
  }

  /** True or false; false where it is not said. */
  public boolean flag(String name) {
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
      fault(
          "bool_parsing",
          "Input should be a valid boolean, unable to interpret input",
          value,
          name);
    } else {
      fault("bool_type", "Input should be a valid boolean", value, name);
    }
    return false;
  }

  /** The object below a name, or null where there is none. */
  public RequestBody inner(String name) {
    Object value = fields.get(name);
    if (value instanceof Map<?, ?> map) {
      List<Object> below = new ArrayList<>(path);
      below.add(name);
      return new RequestBody(map, faults, below);
    }
    if (value != null) {
      fault("model_attributes_type", "Input should be a valid dictionary", value, name);
    }
    return null;
  }

  /** The objects of a list; empty where there is none. */
  public List<RequestBody> inners(String name) {
    List<RequestBody> all = new ArrayList<>();
    if (fields.get(name) instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        if (list.get(i) instanceof Map<?, ?> map) {
          List<Object> below = new ArrayList<>(path);
          below.addAll(List.of(name, i));
          all.add(new RequestBody(map, faults, below));
        } else {
          fault(
              "model_attributes_type", "Input should be a valid dictionary", list.get(i), name, i);
        }
      }
    } else if (fields.get(name) != null) {
      fault("list_type", "Input should be a valid list", fields.get(name), name);
    }
    return all;
  }

  /** The object below a name as JSON text; null where there is none. */
  public String json(String name) {
    RequestBody object = inner(name);
    return object == null ? null : Json.text(object.fields);
  }

  /** The values below a name; empty where there are none. */
  public Map<String, Object> values(String name) {
    RequestBody object = inner(name);
    return object == null ? Map.of() : copy(object.fields);
  }

  /** A number; null where there is none. */
  public Double number(String name) {
    Object value = fields.get(name);
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    if (value instanceof String text) {
      try {
        return Double.valueOf(text.strip());
      } catch (NumberFormatException e) {
        fault(
            "float_parsing",
            "Input should be a valid number, unable to parse string as a number",
            value,
            name);
        return null;
      }
    }
    if (value != null) {
      fault("float_type", "Input should be a valid number", value, name);
    }
    return null;
  }

  /** A number that must be there. */
  public void requireNumber(String name) {
    if (number(name) == null && fields.get(name) == null) {
      fault("float_type", "Input should be a valid number", null, name);
    }
  }

  /** All names that are there. */
  public List<String> names() {
    return fields.keySet().stream().map(String::valueOf).toList();
  }

  /** What stands under a name: strings, numbers, booleans, lists, maps; null where nothing does. */
  public Object value(String name) {
    return fields.get(name);
  }

  /** Whether the name is there, if only with null. */
  public boolean names(String name) {
    return fields.containsKey(name);
  }

  /** The names that must be there, with something below them: null is the same as absent. */
  public void require(String... names) {
    for (String name : names) {
      if (fields.get(name) == null) {
        fault("missing", "Field required", fields, name);
      }
    }
  }

  /** The only text that may stand under a name, where one does. */
  public void literal(String name, String only) {
    Object value = fields.get(name);
    if (value != null && !only.equals(value)) {
      fault("literal_error", "Input should be '%s'".formatted(only), value, name);
    }
  }

  /**
   * Says what is wrong below this object.
   *
   * @param type in the words of Roboflow's server, such as "missing"
   * @param below names and places in lists
   */
  public void fault(String type, String message, Object input, Object... below) {
    List<Object> all = new ArrayList<>(path);
    all.addAll(List.of(below));
    faults.add(type, message, input, all.toArray());
  }

  /**
   * @throws HttpException (422) with everything that was wrong so far
   */
  public void check() {
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
