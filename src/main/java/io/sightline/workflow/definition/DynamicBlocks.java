package io.sightline.workflow.definition;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Blocks that a document defines in Python, which does not run here. */
public final class DynamicBlocks {
  private static final int MAX_SHOWN = 10;

  private DynamicBlocks() {}

  /**
   * Refuses a document that defines some, whether a step uses them or not.
   *
   * @throws DefinitionException (DynamicBlockError) with the names of the blocks and of their steps
   */
  public static void refuse(Map<?, ?> document) {
    if (!(document.get("dynamic_blocks_definitions") instanceof List<?> definitions)
        || definitions.isEmpty()) {
      return;
    }
    Set<String> types = types(definitions);
    List<Fault> faults = new ArrayList<>();
    List<String> steps = new ArrayList<>();
    if (document.get("steps") instanceof List<?> all) {
      for (int i = 0; i < all.size(); i++) {
        if (all.get(i) instanceof Map<?, ?> step
            && step.get("type") instanceof String type
            && types.contains(type)) {
          String name = step.get("name") instanceof String given ? given : null;
          faults.add(new Fault("steps." + i, name, type, null, null, "it is defined in Python"));
          steps.add(name);
        }
      }
    }
    throw new DefinitionException(
        "DynamicBlockError",
        "this server runs no Python: blocks that are defined in Python cannot be described or run"
            + (types.isEmpty() ? "" : ": " + shown(types))
            + (steps.isEmpty() ? "" : ", of the steps " + shown(steps)),
        "workflow_compilation | dynamic_blocks_compilation",
        faults,
        null);
  }

  private static Set<String> types(List<?> definitions) {
    Set<String> types = new LinkedHashSet<>();
    for (Object definition : definitions) {
      if (definition instanceof Map<?, ?> map
          && map.get("manifest") instanceof Map<?, ?> manifest
          && manifest.get("block_type") instanceof String type) {
        types.add(type);
      }
    }
    return types;
  }

  private static String shown(Iterable<String> names) {
    List<String> shown = new ArrayList<>();
    for (String name : names) {
      if (shown.size() == MAX_SHOWN) {
        shown.add("...");
        break;
      }
      String text = String.valueOf(name);
      shown.add("'%s'".formatted(text.length() > 64 ? text.substring(0, 64) : text));
    }
    return String.join(", ", shown);
  }
}
