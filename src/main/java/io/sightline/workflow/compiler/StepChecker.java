package io.sightline.workflow.compiler;

import io.sightline.workflow.block.BlockCatalog;
import io.sightline.workflow.block.BlockType;
import io.sightline.workflow.block.Field;
import io.sightline.workflow.block.FormException;
import io.sightline.workflow.block.UnavailableBlocks;
import io.sightline.workflow.definition.Definition;
import io.sightline.workflow.definition.DefinitionException;
import io.sightline.workflow.definition.Fault;
import io.sightline.workflow.definition.StepDefinition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Holds the steps of a document against the manifests of their blocks. */
final class StepChecker {
  private final BlockCatalog catalog;

  StepChecker(BlockCatalog catalog) {
    this.catalog = catalog;
  }

  /**
   * @throws DefinitionException (WorkflowSyntaxError) with everything that is wrong
   */
  List<CheckedStep> check(Definition definition) {
    List<Fault> faults = new ArrayList<>(definition.faults());
    List<CheckedStep> steps = new ArrayList<>();
    for (StepDefinition step : definition.steps()) {
      Optional<BlockType> type = catalog.find(step.type());
      if (type.isEmpty()) {
        faults.add(unknownBlock(step));
      } else {
        int before = faults.size();
        if (step.name() == null) {
          faults.add(nameless(step));
        }
        Map<String, Object> fields = fields(step, type.get(), faults);
        if (faults.size() == before) {
          together(step, type.get(), fields, faults);
        }
        if (faults.size() == before) {
          steps.add(
              new CheckedStep(
                  steps.size(),
                  step.name(),
                  step.type(),
                  type.get(),
                  fields,
                  type.get().outputs(fields)));
        }
      }
    }
    if (!faults.isEmpty()) {
      throw DefinitionException.syntax(faults);
    }
    return steps;
  }

  private static Fault nameless(StepDefinition step) {
    String details =
        step.fields().containsKey("name") ? "Input should be a valid string" : "Field required";
    String location = "steps." + step.index() + "." + step.type() + ".name";
    return new Fault(location, null, step.type(), "name", details, null);
  }

  private Fault unknownBlock(StepDefinition step) {
    String details =
        UnavailableBlocks.reason(step.type())
            .map(reason -> "Block '%s' is not available: %s".formatted(step.type(), reason))
            .orElseGet(
                () ->
                    "Input tag '%s' found using 'type' does not match any of the expected tags; nearest are: %s"
                        .formatted(step.type(), String.join(", ", catalog.nearest(step.type()))));
    return new Fault("steps." + step.index(), step.name(), step.type(), null, details, null);
  }

  private static Map<String, Object> fields(
      StepDefinition step, BlockType type, List<Fault> faults) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (Field field : type.manifest().fields()) {
      if (!field.givenIn(step.fields())) {
        if (field.required()) {
          faults.add(fault(step, field, "Field required"));
        }
        values.put(field.name(), field.defaultValue());
        continue;
      }
      try {
        values.put(field.name(), field.read(field.rawIn(step.fields())));
      } catch (FormException e) {
        faults.add(fault(step, field, e.getMessage()));
      }
    }
    return Collections.unmodifiableMap(values);
  }

  /** What is wrong with fields that do not go together, if they do not. */
  private static void together(
      StepDefinition step, BlockType type, Map<String, Object> fields, List<Fault> faults) {
    try {
      type.check(fields);
    } catch (FormException e) {
      String location = "steps." + step.index() + "." + step.type();
      faults.add(new Fault(location, step.name(), step.type(), null, e.getMessage(), null));
    }
  }

  private static Fault fault(StepDefinition step, Field field, String details) {
    String location = "steps." + step.index() + "." + step.type() + "." + field.name();
    return new Fault(location, step.name(), step.type(), field.name(), details, null);
  }
}
