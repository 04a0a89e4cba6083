package io.sightline.workflow.definition;

import io.sightline.workflow.definition.InputDefinition.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads the inputs of a document. */
final class InputReader {
  private static final Map<String, Type> TAGS = tags();

  private final Faults faults;

  InputReader(Faults faults) {
    this.faults = faults;
  }

  private static Map<String, Type> tags() {
    Map<String, Type> tags = new LinkedHashMap<>();
    tags.put("WorkflowImage", Type.IMAGE);
    tags.put("InferenceImage", Type.IMAGE);
    tags.put("WorkflowVideoMetadata", Type.VIDEO_METADATA);
    tags.put("WorkflowParameter", Type.PARAMETER);
    tags.put("InferenceParameter", Type.PARAMETER);
    tags.put("WorkflowBatchInput", Type.BATCH);
    return tags;
  }

  List<InputDefinition> read(Map<?, ?> document) {
    List<?> list = faults.list(document, "inputs");
    List<InputDefinition> inputs = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      InputDefinition input = input(list.get(i), "inputs." + i);
      if (input != null) {
        inputs.add(input);
      }
    }
    return inputs;
  }

  private InputDefinition input(Object value, String location) {
    Map<String, Object> object = faults.object(value, location);
    if (object == null) {
      return null;
    }
    if (!(object.get("type") instanceof String tag)) {
      faults.add(location, "Unable to extract tag using discriminator 'type'");
      return null;
    }
    Type type = TAGS.get(tag);
    if (type == null) {
      String known =
          TAGS.keySet().stream().map(t -> "'" + t + "'").collect(Collectors.joining(", "));
      faults.add(
          location,
          "Input tag '%s' found using 'type' does not match any of the expected tags: %s"
              .formatted(tag, known));
      return null;
    }
    String place = location + "." + tag;
    String name = faults.string(object, "name", place);
    List<String> kinds = kinds(object, type, place);
    Integer dimensionality = dimensionality(object, type, place);
    if (name == null || kinds == null || dimensionality == null) {
      return null;
    }
    Object defaultValue = type == Type.PARAMETER ? object.get("default_value") : null;
    return new InputDefinition(type, name, kinds, dimensionality, defaultValue);
  }

  private List<String> kinds(Map<String, Object> object, Type type, String location) {
    if (!object.containsKey("kind")) {
      return List.of(type.defaultKind());
    }
    if (!(object.get("kind") instanceof List<?> list)) {
      faults.add(location + ".kind", "Input should be a valid list");
      return null;
    }
    List<String> kinds = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      if (list.get(i) instanceof String s) {
        kinds.add(s);
      } else if (list.get(i) instanceof Map<?, ?> m && m.get("name") instanceof String s) {
        kinds.add(s);
      } else {
        faults.add(location + ".kind." + i, Faults.NO_STRING);
        return null;
      }
    }
    boolean picture = type == Type.IMAGE || type == Type.VIDEO_METADATA;
    return kinds.isEmpty() && picture ? List.of(type.defaultKind()) : List.copyOf(kinds);
  }

  private Integer dimensionality(Map<String, Object> object, Type type, String location) {
    if (!object.containsKey("dimensionality")) {
      return type.defaultDimensionality();
    }
    String place = location + ".dimensionality";
    Object value = object.get("dimensionality");
    Integer given = null;
    if (value instanceof Integer i) {
      given = i;
    } else if (value instanceof String s && s.strip().matches("[+-]?\\d{1,9}")) {
      given = Integer.valueOf(s.strip());
    }
    if (given == null) {
      String why = value instanceof String ? ", unable to parse string as an integer" : "";
      faults.add(place, "Input should be a valid integer" + why);
    } else if (type != Type.BATCH && given != type.defaultDimensionality()) {
      String bound = given < type.defaultDimensionality() ? "greater" : "less";
      faults.add(
          place,
          "Input should be %s than or equal to %d".formatted(bound, type.defaultDimensionality()));
      return null;
    }
    return given;
  }
}
