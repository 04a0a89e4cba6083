package io.sightline.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The parts of a form as the body that they stand for: a part {@code request} is a body of JSON, a
 * part of the name of one of its fields that field, any other an input. For one thread.
 */
final class FormBody {
  private static final String REQUEST = "request";
  private static final String INPUTS = "inputs";
  private static final String EXCLUDED = "excluded_fields";

  /** Fields whose values are texts, also where they look like numbers. */
  private static final Set<String> TEXTS = Set.of("api_key", "workflow_id", "workflow_version_id");

  private static final Set<String> FIELDS =
      Set.of(
          "specification",
          INPUTS,
          EXCLUDED,
          "enable_profiling",
          "debug",
          "disable_sinks",
          "is_preview",
          "use_cache");

  private final JsonMapper json;
  private final Map<String, Object> fields = new LinkedHashMap<>();
  private final Map<String, Object> inputs = new LinkedHashMap<>();
  private final Map<String, List<byte[]>> files = new LinkedHashMap<>();

  private FormBody(JsonMapper json) {
    this.json = json;
  }

  /**
   * @param json reads what strangers send
   * @throws HttpException (400, 422) where a part is not what its name says
   */
  static FormBody of(List<Part> parts, JsonMapper json) {
    FormBody body = new FormBody(json);
    parts.stream().filter(p -> p.name().equals(REQUEST)).forEach(body::addRequest);
    parts.stream().filter(p -> !p.name().equals(REQUEST)).forEach(body::add);
    body.closeInputs();
    return body;
  }

  /** The body's fields. */
  Map<String, Object> fields() {
    return fields;
  }

  /** The files by the names of their parts, in their order. */
  Attachments attachments() {
    return new Attachments(files);
  }

  private void addRequest(Part part) {
    if (!(value(part) instanceof Map<?, ?> map)) {
      throw refusal("the part 'request' must be an object in JSON");
    }
    map.forEach((name, value) -> put(fields, name.toString(), value));
  }

  private void add(Part part) {
    String name = part.name();
    if (TEXTS.contains(name)) {
      put(fields, name, text(part));
    } else if (name.equals(EXCLUDED)) {
      addExcluded(value(part));
    } else if (FIELDS.contains(name)) {
      put(fields, name, value(part));
    } else if (part.isFile()) {
      files.computeIfAbsent(name, n -> new ArrayList<>()).add(part.content());
    } else {
      put(inputs, name, value(part));
    }
  }

  /** Several parts, each a name or a list of names, are one list. */
  private void addExcluded(Object value) {
    List<Object> all = new ArrayList<>();
    for (Object given : new Object[] {fields.getOrDefault(EXCLUDED, List.of()), value}) {
      if (given instanceof List<?> list) {
        all.addAll(list);
      } else {
        all.add(given);
      }
    }
    fields.put(EXCLUDED, all);
  }

  /**
   * Inputs of parts join those of the field; a field that is no object is for the doors to refuse.
   */
  private void closeInputs() {
    Object given = fields.getOrDefault(INPUTS, Map.of());
    if (given instanceof Map<?, ?> map) {
      Map<String, Object> all = new LinkedHashMap<>();
      map.forEach((name, value) -> all.put(name.toString(), value));
      inputs.forEach((name, value) -> put(all, name, value));
      fields.put(INPUTS, all);
    }
  }

  /** JSON where it is some, else the text itself. */
  private Object value(Part part) {
    boolean known = FIELDS.contains(part.name()) || part.name().equals(REQUEST);
    String text = text(part);
    try {
      return json.readValue(text, Object.class);
    } catch (StreamConstraintsException e) {
      throw refusal(
          "the part '%s' is nested too deep, or has a number or a name that is too long"
              .formatted(part.name()));
    } catch (JsonProcessingException e) {
      char first = text.isBlank() ? ' ' : text.strip().charAt(0);
      if (known && !part.name().equals(EXCLUDED) || first == '{' || first == '[') {
        throw refusal("the part '%s' is no JSON: %s".formatted(part.name(), BodyParser.reason(e)));
      }
      return text;
    }
  }

  private static String text(Part part) {
    return new String(part.content(), StandardCharsets.UTF_8);
  }

  private static void put(Map<String, Object> all, String name, Object value) {
    if (all.put(name, value) != null) {
      throw refusal("'%s' is given twice".formatted(name));
    }
  }

  private static HttpException refusal(String reason) {
    return new HttpException(400, "InvalidMultipartError", "multipart/form-data: " + reason);
  }
}
