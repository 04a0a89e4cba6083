package io.sightline.workflow.compiler;

import io.sightline.workflow.definition.Definition;
import io.sightline.workflow.definition.InputDefinition;
import io.sightline.workflow.definition.OutputDefinition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The inputs, steps and outputs of a document by name. */
final class Nodes {
  /** The dimension that one value for each image makes. */
  static final String IMAGES = "<workflow_input>";

  private final Map<String, InputNode> inputs = new LinkedHashMap<>();
  private final Map<String, CheckedStep> steps = new LinkedHashMap<>();
  private final List<OutputDefinition> outputs;

  Nodes(Definition definition, List<CheckedStep> checked) {
    outputs = definition.outputs();
    unique("parameter", definition.inputs().stream().map(InputDefinition::name).toList());
    unique("steps", checked.stream().map(CheckedStep::name).toList());
    unique("outputs", outputs.stream().map(OutputDefinition::name).toList());
    for (InputDefinition input : definition.inputs()) {
      inputs.put(input.name(), InputNode.of(inputs.size(), input, lineage(input)));
    }
    checked.forEach(step -> steps.put(step.name(), step));
  }

  private static void unique(String what, Collection<String> names) {
    if (new HashSet<>(names).size() != names.size()) {
      throw new CompilationException(
          "DuplicatedNameError",
          "Found duplicated input " + what + " names",
          "workflow_compilation | specification_validation",
          List.of());
    }
  }

  private static List<String> lineage(InputDefinition input) {
    if (!input.batch()) {
      return List.of();
    }
    if (input.dimensionality() < 1) {
      throw CompilationException.structure(
          "Detected batch oriented input `%s` with declared dimensionality `%d` which is below one"
                  .formatted(input.name(), input.dimensionality())
              + " (one is minimum dimensionality of the batch). Fix input definition inyour"
              + " Workflow.");
    }
    if (input.dimensionality() > 8) {
      throw CompilationException.structure(
          "Detected batch oriented input `%s` with declared dimensionality `%d`, at most 8 are"
                  .formatted(input.name(), input.dimensionality())
              + " allowed.");
    }
    List<String> lineage = new ArrayList<>(List.of(IMAGES));
    for (int i = 1; i < input.dimensionality(); i++) {
      lineage.add("$inputs." + input.name() + "[" + i + "]");
    }
    return List.copyOf(lineage);
  }

  InputNode input(String name) {
    return inputs.get(name);
  }

  CheckedStep step(String name) {
    return steps.get(name);
  }

  List<InputNode> inputs() {
    return List.copyOf(inputs.values());
  }

  List<CheckedStep> steps() {
    return List.copyOf(steps.values());
  }

  List<OutputDefinition> outputs() {
    return outputs;
  }
}
