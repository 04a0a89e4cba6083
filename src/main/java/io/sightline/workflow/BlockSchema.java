package io.sightline.workflow;

import io.sightline.workflow.block.Manifest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** JSON Schema of a step of one block, with what Roboflow's editor reads beside it. */
final class BlockSchema {
  private static final Set<Object> POINTING_TO_BATCHES = Set.of("step_output", "workflow_image");

  /** Where the editor lists a family; what is not here is advanced. */
  private static final Map<String, String> SECTIONS =
      Map.of(
          "visualization", "visualization",
          "classical_computer_vision", "classical_cv",
          "model", "model",
          "transformation", "transformation",
          "analytics", "video",
          "video", "video",
          "flow_control", "flow_control",
          "sink", "data_storage");

  private BlockSchema() {}

  static Map<String, Object> of(Manifest manifest) {
    Map<String, Object> schema = new LinkedHashMap<>();
    manifest.schema().forEach((key, value) -> schema.put(key, extended(value)));
    Map<String, Object> properties = map(schema.get("properties"));
    properties.replaceAll((name, property) -> FieldHints.of(name, map(property)));
    properties.put("type", type(manifest.types()));
    properties.put("name", name());
    schema.put("properties", properties);
    String type = manifest.type();
    schema.put("name", manifest.title());
    schema.put("version", type.contains("@") ? type.substring(type.indexOf('@') + 1) : "v1");
    schema.put("short_description", manifest.description());
    schema.put("long_description", manifest.description());
    schema.put("block_type", manifest.category());
    schema.put("license", "Apache-2.0");
    schema.put(
        "ui_manifest", Map.of("section", SECTIONS.getOrDefault(manifest.category(), "advanced")));
    return schema;
  }

  private static Map<String, Object> name() {
    Map<String, Object> name = new LinkedHashMap<>();
    name.put("title", "Step Name");
    name.put("type", "string");
    name.put("description", "Names the step: no other step of the workflow has this name.");
    return name;
  }

  private static Map<String, Object> type(List<String> names) {
    Map<String, Object> type = new LinkedHashMap<>();
    type.put("title", "Type");
    type.put("type", "string");
    if (names.size() == 1) {
      type.put("const", names.get(0));
    }
    type.put("enum", names);
    return type;
  }

  /** References with all that is known of their kinds. */
  private static Object extended(Object value) {
    if (value instanceof List<?> list) {
      List<Object> all = new ArrayList<>();
      list.forEach(element -> all.add(extended(element)));
      return all;
    }
    if (!(value instanceof Map<?, ?>)) {
      return value;
    }
    Map<String, Object> schema = map(value);
    if (Boolean.TRUE.equals(schema.get("reference"))) {
      addTarget(schema);
      if (schema.get("kind") instanceof List<?> kinds) {
        schema.put("kind", kinds.stream().map(k -> KindDescriptions.form(k.toString())).toList());
      }
    } else {
      schema.replaceAll((key, part) -> key.equals("default") ? part : extended(part));
    }
    return schema;
  }

  /** Whether a reference may point to values that differ from picture to picture. */
  private static void addTarget(Map<String, Object> schema) {
    Object target = schema.get("selected_element");
    if ("any_data".equals(target)) {
      schema.put("selector_points_to_batch", "dynamic");
    } else if (POINTING_TO_BATCHES.contains(target)) {
      schema.put("selector_points_to_batch", true);
    }
  }

  private static Map<String, Object> map(Object value) {
    Map<String, Object> copy = new LinkedHashMap<>();
    ((Map<?, ?>) value).forEach((key, part) -> copy.put(key.toString(), part));
    return copy;
  }
}
