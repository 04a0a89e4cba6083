package io.sightline.workflow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A form's JSON Schema in words, as they stand in a cell of a table. */
final class FormWords {
  private static final double BOUNDLESS = 1e300;

  private final List<String> values = new ArrayList<>();
  private final Map<String, List<String>> kinds = new LinkedHashMap<>();

  private FormWords() {}

  /** What may be written, references last. */
  static String of(Map<?, ?> schema) {
    FormWords words = new FormWords();
    words.add(schema);
    List<String> all = new ArrayList<>(words.values.stream().distinct().toList());
    words.kinds.forEach(
        (reference, kinds) ->
            all.add(
                kinds.stream()
                    .distinct()
                    .map(FormWords::code)
                    .collect(Collectors.joining(", ", reference + " to ", ""))));
    return String.join("; or ", all);
  }

  private void add(Map<?, ?> schema) {
    if (schema.get("anyOf") instanceof List<?> several) {
      several.forEach(one -> add((Map<?, ?>) one));
    } else if ("step".equals(schema.get("selected_element"))) {
      values.add("`$steps.` and a step's name");
    } else if (schema.get("kind") instanceof List<?> named) {
      kinds
          .computeIfAbsent(reference(schema), r -> new ArrayList<>())
          .addAll(named.stream().map(Object::toString).toList());
    } else {
      values.add(value(schema));
    }
  }

  private static String reference(Map<?, ?> schema) {
    return switch (schema.get("selected_element").toString()) {
      case "workflow_parameter", "workflow_image" -> "input reference";
      case "step_output" -> "output reference";
      default -> "reference";
    };
  }

  private static String value(Map<?, ?> schema) {
    if (schema.get("enum") instanceof List<?> choices) {
      return choices.stream().map(FormWords::code).collect(Collectors.joining(", "));
    }
    return switch (schema.containsKey("type") ? schema.get("type").toString() : "") {
      case "string" -> "text";
      case "integer" -> "whole number" + range(schema);
      case "number" -> "number" + range(schema);
      case "boolean" -> "true or false";
      case "null" -> "null";
      case "array" -> "list" + size(schema) + elements(schema.get("items"));
      case "object" -> "object" + elements(schema.get("additionalProperties"));
      default -> "any value";
    };
  }

  private static String range(Map<?, ?> schema) {
    return bound(schema, "minimum", " from ")
        + bound(schema, "exclusiveMinimum", " above ")
        + bound(schema, "maximum", " up to ")
        + bound(schema, "exclusiveMaximum", " below ");
  }

  private static String bound(Map<?, ?> schema, String key, String word) {
    return schema.get(key) instanceof Number number && Math.abs(number.doubleValue()) < BOUNDLESS
        ? word + plain(number)
        : "";
  }

  private static String size(Map<?, ?> schema) {
    Object min = schema.get("minItems");
    if (min == null || min.equals(0)) {
      return "";
    }
    return min.equals(schema.get("maxItems")) ? " of " + min : " of at least " + min;
  }

  private static String elements(Object schema) {
    return schema instanceof Map<?, ?> map && !map.isEmpty() ? " (each: " + of(map) + ")" : "";
  }

  /** A value as JSON would have it, numbers without a fraction they do not need. */
  static String code(Object value) {
    return "`" + plain(value) + "`";
  }

  private static String plain(Object value) {
    if (value instanceof Double d && d == Math.rint(d) && Math.abs(d) < 1e15) {
      return Long.toString(d.longValue());
    }
    return value instanceof List<?> list
        ? list.stream().map(FormWords::plain).collect(Collectors.joining(", ", "[", "]"))
        : String.valueOf(value);
  }
}
