package io.sightline.workflow;

import io.sightline.workflow.compiler.ExecutionGraph;
import io.sightline.workflow.compiler.InputNode;
import io.sightline.workflow.compiler.OutputNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What a workflow takes and what it answers with. */
final class WorkflowInterface {
  private WorkflowInterface() {}

  /**
   * In Roboflow's form: kinds of inputs and outputs, and what values of these kinds look like.
   *
   * @param inputs name to kinds
   */
  static Map<String, Object> kinds(ExecutionGraph graph, Map<String, List<String>> inputs) {
    Map<String, Object> outputs = new LinkedHashMap<>();
    Set<String> all = new TreeSet<>();
    inputs.values().forEach(all::addAll);
    for (OutputNode output : graph.outputs()) {
      outputs.put(
          output.name(), output.wholeStep() ? output.kinds() : output.kinds().get(output.name()));
      output.kinds().values().forEach(all::addAll);
    }
    Map<String, Object> description = new LinkedHashMap<>();
    description.put("inputs", inputs);
    description.put("outputs", outputs);
    description.put("typing_hints", KindDescriptions.typingHints(all));
    description.put("kinds_schemas", KindSchemas.of(all));
    return description;
  }

  /** For people who fill them in: each with its name, its type, its kinds and its default. */
  static List<Map<String, Object>> inputs(ExecutionGraph graph) {
    List<Map<String, Object>> all = new ArrayList<>();
    for (InputNode input : graph.inputs()) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("name", input.name());
      one.put("type", input.type());
      one.put("kind", input.kinds());
      if (!input.batch()) {
        one.put("default_value", input.defaultValue());
      }
      all.add(one);
    }
    return all;
  }

  static List<Map<String, Object>> outputs(ExecutionGraph graph) {
    List<Map<String, Object>> all = new ArrayList<>();
    for (OutputNode output : graph.outputs()) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("name", output.name());
      one.put(
          "kind", output.wholeStep() ? List.of("dictionary") : output.kinds().get(output.name()));
      all.add(one);
    }
    return all;
  }
}
