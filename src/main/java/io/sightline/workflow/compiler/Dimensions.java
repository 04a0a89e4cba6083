package io.sightline.workflow.compiler;

import io.sightline.workflow.block.Field;
import io.sightline.workflow.block.Manifest;
import io.sightline.workflow.block.Reference;
import io.sightline.workflow.block.Selector;
import io.sightline.workflow.definition.Fault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Finds out over which dimensions a step runs and what makes the dimensions of its outputs. Steps
 * are asked for in the order of the layers, so that those before are known.
 */
final class Dimensions {
  /**
   * @param executionDepth dimensions over which the block is called
   * @param lineage what makes the dimensions of the outputs
   */
  record Shape(int executionDepth, List<String> lineage) {}

  private final Nodes nodes;
  private final Map<String, List<String>> stepLineages = new LinkedHashMap<>();

  Dimensions(Nodes nodes) {
    this.nodes = nodes;
  }

  List<String> lineage(Selector selector) {
    return selector.ofInput()
        ? nodes.input(selector.name()).lineage()
        : stepLineages.get(selector.name());
  }

  /**
   * @param guards lineages of the steps that decide whether this one runs
   */
  Shape shape(CheckedStep step, List<List<String>> guards) {
    Manifest manifest = step.manifest();
    Map<String, List<String>> batches = batches(step);
    checkBatchFields(step, batches.keySet());
    checkReference(step, batches.keySet());
    checkDepths(step, batches);
    Set<List<String>> lineages = new LinkedHashSet<>(batches.values());
    Lineages.check(step.name(), lineages);
    List<List<String>> guarding = guards.stream().filter(l -> !l.isEmpty()).distinct().toList();
    Lineages.checkGuards(step.name(), lineages, guarding);

    int offset = manifest.outputOffset();
    List<String> reference = reference(step, batches, guarding);
    int depth = batches.values().stream().mapToInt(List::size).min().orElse(reference.size());
    List<String> lineage = new ArrayList<>(reference);
    if (offset > 0) {
      lineage.add(step.selector());
    } else if (offset < 0 && !batches.isEmpty()) {
      lineage.remove(lineage.size() - 1);
      depth--;
    }
    stepLineages.put(step.name(), List.copyOf(lineage));
    return new Shape(depth, List.copyOf(lineage));
  }

  /** The lineage of each field that holds a batch. */
  private Map<String, List<String>> batches(CheckedStep step) {
    Map<String, List<String>> batches = new LinkedHashMap<>();
    for (Field field : step.manifest().fields()) {
      Set<List<String>> found = new LinkedHashSet<>();
      for (Reference reference : step.references(field)) {
        if (!reference.kinds().isEmpty() && !lineage(reference.selector()).isEmpty()) {
          found.add(lineage(reference.selector()));
        }
      }
      if (found.stream().map(List::size).distinct().count() > 1) {
        Set<Integer> depths = new TreeSet<>(found.stream().map(List::size).toList());
        String details =
            "Detected multiple inputs of differing batch dimensionalities: " + braces(depths);
        throw CompilationException.dimensions(
            "While evaluating compound property %s of step %s, detected multiple inputs of"
                    .formatted(field.name(), step.name())
                + " differing batch dimensionalities: "
                + braces(depths),
            "collecting_step_input_data",
            fault(step, field.name(), details, null));
      }
      if (found.size() > 1) {
        throw CompilationException.lineage(
            "Input data provided for step: `%s` comes with multiple different lineages %s for property"
                    .formatted(step.name(), found)
                + " `%s` accepting multiple selectors, which is not allowed."
                    .formatted(field.name()));
      }
      found.forEach(lineage -> batches.put(field.name(), lineage));
    }
    return batches;
  }

  private static void checkBatchFields(CheckedStep step, Set<String> batches) {
    Set<String> allowed = step.manifest().batchFields();
    for (String field : batches) {
      if (!allowed.isEmpty() && !allowed.contains(field)) {
        throw CompilationException.structure(
            "Detected invalid reference plugged into property `%s` of step `%s` - the step property"
                    .formatted(field, step.selector())
                + " do not accept batch-oriented inputs, yet the input selector holds one - this"
                + " indicates the problem with construction of your Workflow - usually the problem"
                + " occurs when non-batch oriented step inputs are filled with outputs of"
                + " batch-oriented steps or batch-oriented inputs.");
      }
    }
  }

  private static void checkReference(CheckedStep step, Set<String> batches) {
    String reference = step.manifest().referenceField();
    if (reference != null && !batches.contains(reference)) {
      throw CompilationException.blockInterface(
          "Block defining step %s defines dimensionality reference property which is not in scope of"
                  .formatted(step.name())
              + " parameters bring batch-oriented input, which makes it impossible to use as"
              + " reference for output dimensionality.");
    }
    Map<String, Integer> offsets = step.manifest().inputOffsets();
    if (!offsets.isEmpty()
        && !offsets.containsValue(0)
        && !batches.isEmpty()
        && batches.size() == offsets.size()) {
      throw CompilationException.blockInterface(
          "Block defining step %s explicitly defines input dimensionalities offsetswith {%s}, but"
                  .formatted(step.name(), shown(offsets))
              + " the definition lack 0-level input, which is not allowed, as in this scenario"
              + " offsets could be adjusted to include 0");
    }
  }

  private static String shown(Map<String, Integer> offsets) {
    return offsets.entrySet().stream()
        .map(e -> "'" + e.getKey() + "': " + e.getValue())
        .collect(Collectors.joining(", "));
  }

  private static void checkDepths(CheckedStep step, Map<String, List<String>> batches) {
    Map<String, Integer> offsets = step.manifest().inputOffsets();
    Set<Integer> plain = new TreeSet<>();
    batches.forEach(
        (field, lineage) -> {
          if (offsets.getOrDefault(field, 0) == 0) {
            plain.add(lineage.size());
          }
        });
    if (plain.size() > 1) {
      throw CompilationException.dimensions(
          "For step %s attempted to plug input data that are in different dimensions, whereas block"
                  .formatted(step.name())
              + " defines the inputs to be equal in that terms.",
          "collecting_step_input_data",
          fault(
              step,
              null,
              null,
              "Dimensionality of input parameters differs by more than 1. Detected dimensions:"
                  + " {}"));
    }
    String reference = step.manifest().referenceField();
    if (reference == null || !batches.containsKey(reference)) {
      return;
    }
    int base = batches.get(reference).size() - offsets.getOrDefault(reference, 0);
    batches.forEach(
        (field, lineage) -> {
          int expected = base + offsets.getOrDefault(field, 0);
          if (lineage.size() != expected) {
            throw CompilationException.dimensions(
                "Data fed into step `%s` property `%s` has actual dimensionality %d, when expected was"
                        .formatted(step.name(), field, lineage.size())
                    + " "
                    + expected,
                "denoting_step_inputs_dimensionality",
                fault(
                    step,
                    field,
                    "Expected dimensionality %d, but received dimensionality %d"
                        .formatted(expected, lineage.size()),
                    null));
          }
        });
  }

  private static List<String> reference(
      CheckedStep step, Map<String, List<String>> batches, List<List<String>> guards) {
    String field = step.manifest().referenceField();
    if (field != null && batches.containsKey(field)) {
      return batches.get(field);
    }
    if (!batches.isEmpty()) {
      return batches.values().iterator().next();
    }
    List<String> deepest = List.of();
    for (List<String> guard : guards) {
      deepest = guard.size() > deepest.size() ? guard : deepest;
    }
    return deepest;
  }

  private static Fault fault(CheckedStep step, String field, String details, String block) {
    return new Fault("steps." + step.index(), step.name(), step.typeName(), field, details, block);
  }

  private static String braces(Set<Integer> numbers) {
    return numbers.toString().replace('[', '{').replace(']', '}');
  }
}
