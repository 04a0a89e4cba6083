package io.sightline.workflow;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A workflow that this server keeps.
 *
 * @param id the file's name without .json
 * @param sample true where it came with the server, false where it lies in the directory
 * @param title for people
 * @param inputs each with name, type, kind and, of a parameter, default_value
 * @param outputs each with name and kind
 * @param error why its file cannot be used; null where it can. Outputs beside it are those of what
 *     was there before, and runs on
 */
public record StoredWorkflow(
    String id,
    boolean sample,
    String title,
    List<Map<String, Object>> inputs,
    List<Map<String, Object>> outputs,
    String error) {
  /** For an answer in JSON. */
  public Map<String, Object> asMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("id", id);
    map.put("source", sample ? "sample" : "directory");
    map.put("title", title);
    if (error == null || !outputs.isEmpty()) {
      map.put("inputs", inputs);
      map.put("outputs", outputs);
    }
    if (error != null) {
      map.put("error", error);
    }
    return map;
  }
}
