package io.sightline.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The classes that are left of a network's where some are removed, as Roboflow's packages remove
 * the background.
 *
 * @param names of what is left, in its order
 * @param ids the new number of each of the network's classes, -1 for those removed; null where all
 *     are kept
 */
record KeptClasses(List<String> names, int[] ids) {
  private static final String REMOVAL = "class_name_removal";
  private static final String NAME = "class_name";

  /**
   * @throws ModelException where an operation is anything but the removal of a class
   */
  static void check(List<Map<String, Object>> operations) {
    if (operations != null
        && !operations.stream()
            .allMatch(
                one -> one != null && REMOVAL.equals(one.get("type")) && one.get(NAME) != null)) {
      throw new ModelException(
          "class_names_operations can only be of type %s with a %s, not %s"
              .formatted(REMOVAL, NAME, operations));
    }
  }

  /** What the file's operations leave of these; of a classifier's nothing is removed. */
  static KeptClasses of(List<String> names, ModelConfig config, Recognition recognition) {
    List<Map<String, Object>> operations = config.classOperations();
    boolean none = operations == null || operations.isEmpty();
    if (none || !recognition.layout().task().findsObjects()) {
      return new KeptClasses(names, null);
    }
    List<Object> removed = operations.stream().map(one -> one.get(NAME)).toList();
    int[] ids = new int[names.size()];
    List<String> kept = new ArrayList<>(names.size());
    for (int i = 0; i < ids.length; i++) {
      boolean goes = removed.contains(names.get(i));
      ids[i] = goes ? -1 : kept.size();
      if (!goes) {
        kept.add(names.get(i));
      }
    }
    return new KeptClasses(List.copyOf(kept), ids);
  }

  /** The new number of the network's class; -1 where it is removed. */
  int id(int networks) {
    return ids == null ? networks : networks < ids.length ? ids[networks] : -1;
  }
}
