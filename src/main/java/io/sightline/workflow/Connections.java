package io.sightline.workflow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which fields of which blocks take values of a kind, and which take plain values. */
final class Connections {
  private static final Map<String, String> PLAIN =
      Map.of(
          "string", "str", "integer", "int", "number", "float", "boolean", "bool", "null", "None");

  private final Map<String, List<Object>> kinds = new LinkedHashMap<>();
  private final List<Object> primitives = new ArrayList<>();

  /**
   * Adds a block.
   *
   * @param schema as {@link BlockSchema} makes it
   */
  void add(String block, Map<String, Object> schema) {
    ((Map<?, ?>) schema.get("properties"))
        .forEach(
            (name, property) -> {
              if (!name.equals("type")) {
                add(block, name.toString(), (Map<?, ?>) property);
              }
            });
  }

  /** Kind to the fields that take it; under * all that take any value at all. */
  Map<String, List<Object>> kinds() {
    for (String kind : KindDescriptions.names()) {
      kinds.computeIfAbsent(kind, k -> new ArrayList<>());
    }
    return kinds;
  }

  List<Object> primitives() {
    return primitives;
  }

  private void add(String block, String name, Map<?, ?> property) {
    Object description = property.containsKey("description") ? property.get("description") : "";
    Set<String> taken = new LinkedHashSet<>();
    Set<String> targets = new LinkedHashSet<>();
    boolean[] inside = new boolean[2];
    collect(property, taken, targets, inside);
    if (!taken.isEmpty()) {
      taken.add("*");
      for (String kind : taken) {
        Map<String, Object> field = field(block, name, description);
        field.put("compatible_element", targets.iterator().next());
        field.put("is_list_element", inside[0]);
        field.put("is_dict_element", inside[1]);
        kinds.computeIfAbsent(kind, k -> new ArrayList<>()).add(field);
      }
    }
    String type = annotation(property);
    if (type != null) {
      Map<String, Object> field = field(block, name, description);
      field.put("type_annotation", type);
      primitives.add(field);
    }
  }

  private static Map<String, Object> field(String block, String name, Object description) {
    Map<String, Object> field = new LinkedHashMap<>();
    field.put("manifest_type_identifier", block);
    field.put("property_name", name);
    field.put("property_description", description);
    return field;
  }

  /** The kinds of selectors at the top or one level inside; {@code inside}: of a list, of a map. */
  private static void collect(
      Map<?, ?> schema, Set<String> taken, Set<String> targets, boolean[] inside) {
    if (Boolean.TRUE.equals(schema.get("reference"))) {
      targets.add(schema.get("selected_element").toString());
      if (schema.get("kind") instanceof List<?> list) {
        list.forEach(kind -> taken.add(((Map<?, ?>) kind).get("name").toString()));
      }
    } else if (schema.get("anyOf") instanceof List<?> forms) {
      forms.forEach(form -> collect((Map<?, ?>) form, taken, targets, inside));
    } else {
      inner(schema, "items", 0, taken, targets, inside);
      inner(schema, "additionalProperties", 1, taken, targets, inside);
    }
  }

  private static void inner(
      Map<?, ?> schema,
      String key,
      int place,
      Set<String> taken,
      Set<String> targets,
      boolean[] inside) {
    if (schema.get(key) instanceof Map<?, ?> elements && !inside[0] && !inside[1]) {
      int before = taken.size();
      collect(elements, taken, targets, inside);
      inside[place] = taken.size() > before;
    }
  }

  /** What may stand there that is no selector, in Python's notation; null where nothing may. */
  private static String annotation(Map<?, ?> schema) {
    if (Boolean.TRUE.equals(schema.get("reference"))) {
      return null;
    }
    if (schema.get("anyOf") instanceof List<?> forms) {
      return union(forms);
    }
    if ("array".equals(schema.get("type"))) {
      String elements = schema.get("items") instanceof Map<?, ?> items ? annotation(items) : "Any";
      return elements == null ? null : "List[" + elements + "]";
    }
    if ("object".equals(schema.get("type"))) {
      if (schema.get("additionalProperties") instanceof Map<?, ?> values) {
        String type = annotation(values);
        return type == null ? null : "Dict[str, " + type + "]";
      }
      return "Dict[Any, Any]";
    }
    Object type = schema.get("type");
    return type == null ? "Any" : PLAIN.getOrDefault(type.toString(), "Any");
  }

  private static String union(List<?> forms) {
    Set<String> types = new TreeSet<>();
    for (Object form : forms) {
      String type = annotation((Map<?, ?>) form);
      if (type != null) {
        types.add(type);
      }
    }
    boolean optional = types.remove("None");
    if (types.isEmpty()) {
      return null;
    }
    String all = String.join(", ", types);
    if (types.size() > 1) {
      return (optional ? "Optional[" : "Union[") + all + "]";
    }
    return all;
  }
}
