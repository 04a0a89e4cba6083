package io.sightline.workflow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an editor shows beside a field: a title of its name, and values that it may have. */
final class FieldHints {
  private static final int EXAMPLES_MAX = 3;

  private FieldHints() {}

  /** The schema of a field with both. */
  static Map<String, Object> of(String name, Map<String, Object> property) {
    Map<String, Object> hinted = new LinkedHashMap<>();
    hinted.put("title", title(name));
    hinted.putAll(property);
    List<Object> examples = new ArrayList<>();
    if (property.get("default") != null) {
      examples.add(property.get("default"));
    }
    collect(name, property, examples);
    List<Object> few = examples.stream().distinct().limit(EXAMPLES_MAX).toList();
    if (!few.isEmpty()) {
      hinted.put("examples", few);
    }
    return hinted;
  }

  private static String title(String name) {
    return Stream.of(name.split("_"))
        .filter(word -> !word.isEmpty())
        .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
        .collect(Collectors.joining(" "));
  }

  /** Words and selectors at the top of the field, not inside of its lists. */
  private static void collect(String name, Map<?, ?> schema, List<Object> examples) {
    if (schema.get("enum") instanceof List<?> words) {
      examples.addAll(words);
    }
    if (Boolean.TRUE.equals(schema.get("reference"))) {
      examples.add(selector(name, schema));
    }
    if (schema.get("anyOf") instanceof List<?> forms) {
      forms.forEach(form -> collect(name, (Map<?, ?>) form, examples));
    }
  }

  private static String selector(String name, Map<?, ?> schema) {
    if ("step".equals(schema.get("selected_element"))) {
      return "$steps.next";
    }
    List<String> kinds = ((List<?>) schema.get("kind")).stream().map(FieldHints::kind).toList();
    if (kinds.contains("image")) {
      return "$inputs.image";
    }
    return kinds.stream().anyMatch(kind -> kind.endsWith("_prediction"))
        ? "$steps.model.predictions"
        : "$inputs." + name;
  }

  private static String kind(Object kind) {
    return kind instanceof Map<?, ?> form ? String.valueOf(form.get("name")) : kind.toString();
  }
}
