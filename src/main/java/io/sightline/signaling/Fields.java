package io.sightline.signaling;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * The fields of a JSON object, read strictly: a text is a text and a number a number, or the
 * message says which field must be what. Absent and null are the same.
 */
final class Fields {
  private final JsonNode object;
  private final String path;

  private Fields(JsonNode object, String path) {
    this.object = object;
    this.path = path;
  }

  /** The fields of a whole message. */
  static Fields of(JsonNode message) {
    return new Fields(message, "");
  }

  boolean has(String name) {
    return object.hasNonNull(name);
  }

  boolean names(String name) {
    return object.has(name);
  }

  String requiredText(String name) {
    String text = text(name);
    if (text == null) {
      throw new InvalidMessage("'%s' is missing: a text".formatted(path + name));
    }
    return text;
  }

  String text(String name) {
    JsonNode value = value(name);
    if (value == null || value.isTextual()) {
      return value == null ? null : value.textValue();
    }
    throw wrong(name, "a text", value);
  }

  Boolean flag(String name) {
    JsonNode value = value(name);
    if (value == null || value.isBoolean()) {
      return value == null ? null : (Boolean) value.booleanValue();
    }
    throw wrong(name, "true or false", value);
  }

  Double number(String name) {
    JsonNode value = value(name);
    if (value == null || value.isNumber()) {
      return value == null ? null : (Double) value.doubleValue();
    }
    throw wrong(name, "a number", value);
  }

  Long wholeNumber(String name) {
    JsonNode value = value(name);
    if (value == null || value.isIntegralNumber() && value.canConvertToLong()) {
      return value == null ? null : (Long) value.longValue();
    }
    throw wrong(name, "a whole number", value);
  }

  Integer smallNumber(String name) {
    Long value = wholeNumber(name);
    if (value == null) {
      return null;
    }
    if (value != value.intValue()) {
      throw new InvalidMessage(
          "'%s' must be a whole number of 32 bits, not %d".formatted(path + name, value));
    }
    return value.intValue();
  }

  List<String> texts(String name) {
    JsonNode value = value(name);
    if (value == null) {
      return null;
    }
    if (!value.isArray()) {
      throw wrong(name, "a list of texts", value);
    }
    List<String> texts = new ArrayList<>(value.size());
    for (JsonNode element : value) {
      if (!element.isTextual()) {
        throw wrong(name + "[" + texts.size() + "]", "a text", element);
      }
      texts.add(element.textValue());
    }
    return texts;
  }

  /** The texts of a list, or the one text that stands in its place. */
  List<String> textOrTexts(String name) {
    JsonNode value = value(name);
    return value != null && value.isTextual() ? List.of(value.textValue()) : texts(name);
  }

  /** The fields of an object inside, null where there is none. */
  Fields inner(String name) {
    JsonNode value = node(name);
    return value == null ? null : new Fields(value, path + name + ".");
  }

  /** An object as it stands, null where there is none. */
  JsonNode node(String name) {
    JsonNode value = value(name);
    if (value == null || value.isObject()) {
      return value;
    }
    throw wrong(name, "an object", value);
  }

  /** The fields of each object in a list; empty where there is none. */
  List<Fields> objects(String name) {
    JsonNode value = value(name);
    if (value == null) {
      return List.of();
    }
    if (!value.isArray()) {
      throw wrong(name, "a list of objects", value);
    }
    List<Fields> objects = new ArrayList<>(value.size());
    for (JsonNode element : value) {
      String place = name + "[" + objects.size() + "]";
      if (!element.isObject()) {
        throw wrong(place, "an object", element);
      }
      objects.add(new Fields(element, path + place + "."));
    }
    return objects;
  }

  private JsonNode value(String name) {
    return has(name) ? object.get(name) : null;
  }

  private InvalidMessage wrong(String name, String expected, JsonNode found) {
    return new InvalidMessage(
        "'%s' must be %s, not %s".formatted(path + name, expected, JsonKind.of(found)));
  }
}
