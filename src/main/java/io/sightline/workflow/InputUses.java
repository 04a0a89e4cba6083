package io.sightline.workflow;

import io.sightline.workflow.block.BlockCatalog;
import io.sightline.workflow.block.BlockType;
import io.sightline.workflow.block.Field;
import io.sightline.workflow.block.Kind;
import io.sightline.workflow.definition.Definition;
import io.sightline.workflow.definition.InputDefinition;
import io.sightline.workflow.definition.StepDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the inputs of a document have to be, by the fields that they go into: of a parameter without
 * a kind its uses say most.
 */
final class InputUses {
  private static final String PREFIX = "$inputs.";
  private static final String ANY = Kind.WILDCARD.name();
  private static final String CONTEXT = "describing_workflow_inputs";

  private final BlockCatalog catalog;
  private final Map<String, List<Use>> uses = new LinkedHashMap<>();

  /** A field that an input goes into, and the kinds that it takes. */
  private record Use(String step, String field, Set<String> kinds) {}

  private InputUses(BlockCatalog catalog) {
    this.catalog = catalog;
  }

  /**
   * Input to kinds, * for one that no step uses.
   *
   * @throws WorkflowException (WorkflowDefinitionError) where an input goes into fields of which
   *     none of its kinds fits all
   */
  static Map<String, List<String>> kinds(Definition definition, BlockCatalog catalog) {
    InputUses found = new InputUses(catalog);
    definition.steps().forEach(found::collect);
    Map<String, List<String>> kinds = new LinkedHashMap<>();
    for (InputDefinition input : definition.inputs()) {
      kinds.put(input.name(), found.of(input));
    }
    return kinds;
  }

  private void collect(StepDefinition step) {
    BlockType type = catalog.find(String.valueOf(step.type())).orElse(null);
    if (type == null) {
      return;
    }
    for (Field field : type.manifest().fields()) {
      Set<String> kinds = new LinkedHashSet<>();
      field.kinds().forEach(kind -> kinds.add(kind.name()));
      if (!kinds.isEmpty()) {
        Use use = new Use(step.name(), field.name(), kinds);
        inputs(field.rawIn(step.fields()))
            .forEach(name -> uses.computeIfAbsent(name, n -> new ArrayList<>()).add(use));
      }
    }
  }

  /** The inputs that a value names, itself or one level inside. */
  private static List<String> inputs(Object value) {
    List<Object> all = new ArrayList<>(List.of(value == null ? "" : value));
    if (value instanceof List<?> list) {
      all.addAll(list);
    } else if (value instanceof Map<?, ?> map) {
      all.addAll(map.values());
    }
    return all.stream()
        .filter(one -> one instanceof String text && text.startsWith(PREFIX))
        .map(one -> ((String) one).substring(PREFIX.length()))
        .toList();
  }

  private List<String> of(InputDefinition input) {
    Set<String> all = new LinkedHashSet<>();
    List<Use> mine = uses.getOrDefault(input.name(), List.of());
    for (Use use : mine) {
      if (!meet(use.kinds, mine.get(0).kinds)) {
        throw clash(input.name(), mine.get(0), use);
      }
      all.addAll(use.kinds);
    }
    return all.isEmpty() ? List.of(ANY) : List.copyOf(all);
  }

  private static boolean meet(Set<String> one, Set<String> other) {
    return one.contains(ANY) || other.contains(ANY) || one.stream().anyMatch(other::contains);
  }

  private static WorkflowException clash(String input, Use one, Use other) {
    return new WorkflowException(
        "WorkflowDefinitionError",
        "the input `%s` cannot be what all of its uses need: `%s.%s` requires %s, `%s.%s` requires %s"
            .formatted(input, one.step, one.field, one.kinds, other.step, other.field, other.kinds),
        CONTEXT,
        List.of(),
        null);
  }
}
