package io.sightline.workflow;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON Schema of a document around its steps. */
final class DocumentSchema {
  private static final Map<String, Object> TEXT = Map.of("type", "string");
  private static final Map<String, Object> TEXTS = Map.of("type", "array", "items", TEXT);

  private DocumentSchema() {}

  /** The definitions of inputs and outputs, by name; more may be added. */
  static Map<String, Object> parts() {
    Map<String, Object> parts = new LinkedHashMap<>();
    parts.put("WorkflowImage", input("WorkflowImage", "InferenceImage"));
    parts.put("WorkflowVideoMetadata", input("WorkflowVideoMetadata"));
    Map<String, Object> parameter = input("WorkflowParameter", "InferenceParameter");
    property(parameter, "default_value", Map.of());
    parts.put("WorkflowParameter", parameter);
    Map<String, Object> batch = input("WorkflowBatchInput");
    property(batch, "dimensionality", Map.of("type", "integer", "minimum", 1, "default", 1));
    parts.put("WorkflowBatchInput", batch);
    Map<String, Object> output = object(List.of("type", "name", "selector"));
    property(output, "type", Map.of("const", "JsonField", "type", "string"));
    property(output, "name", TEXT);
    property(output, "selector", TEXT);
    property(
        output,
        "coordinates_system",
        Map.of("type", "string", "enum", List.of("own", "parent"), "default", "parent"));
    parts.put("JsonField", output);
    return parts;
  }

  /**
   * The whole document.
   *
   * @param definitions of everything that is referred to
   * @param steps references to the blocks
   * @param mapping type of a step to the reference to its block
   */
  static Map<String, Object> of(
      Map<String, Object> definitions, List<Object> steps, Map<String, Object> mapping) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("$defs", definitions);
    document.putAll(object(List.of("version", "inputs", "steps", "outputs")));
    property(document, "version", TEXT);
    property(
        document,
        "inputs",
        list(
            Map.of(
                "oneOf",
                List.of(
                    reference("WorkflowImage"),
                    reference("WorkflowVideoMetadata"),
                    reference("WorkflowParameter"),
                    reference("WorkflowBatchInput")))));
    property(
        document,
        "steps",
        list(
            Map.of(
                "oneOf",
                steps,
                "discriminator",
                Map.of("propertyName", "type", "mapping", mapping))));
    property(document, "outputs", list(reference("JsonField")));
    document.put("title", "WorkflowSpecificationV1");
    return document;
  }

  private static Map<String, Object> input(String... types) {
    Map<String, Object> input = object(List.of("type", "name"));
    property(input, "type", Map.of("type", "string", "enum", List.of(types)));
    property(input, "name", TEXT);
    property(input, "kind", TEXTS);
    return input;
  }

  private static Map<String, Object> object(List<String> required) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("type", "object");
    object.put("properties", new LinkedHashMap<String, Object>());
    object.put("required", required);
    return object;
  }

  @SuppressWarnings("unchecked")
  private static void property(Map<String, Object> object, String name, Object schema) {
    ((Map<String, Object>) object.get("properties")).put(name, schema);
  }

  private static Map<String, Object> reference(String name) {
    return Map.of("$ref", "#/$defs/" + name);
  }

  private static Map<String, Object> list(Object items) {
    return Map.of("type", "array", "items", items);
  }
}
