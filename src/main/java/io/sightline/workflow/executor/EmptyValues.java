package io.sightline.workflow.executor;

import io.sightline.workflow.block.Batch;
import io.sightline.workflow.compiler.Source;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What counts as missing for a step that cannot do without a value. */
final class EmptyValues {
  private EmptyValues() {}

  /**
   * A batch as the list that a block gets. {@code strict} leaves missing elements out; a batch that
   * never had any is missing itself.
   */
  static Object list(Object value, boolean strict) {
    if (!(value instanceof Batch batch)) {
      return value;
    }
    List<Object> all = batch.asList().stream().map(v -> list(v, strict)).toList();
    if (!strict) {
      return all;
    }
    return all.isEmpty() ? null : all.stream().filter(Objects::nonNull).toList();
  }

  /** True where a value that is computed or handed in is missing, at the top or inside. */
  static boolean isEmpty(Source source, Object value) {
    if (source instanceof Source.ListOf list) {
      for (int i = 0; i < list.elements().size(); i++) {
        if (isEmpty(list.elements().get(i), ((List<?>) value).get(i))) {
          return true;
        }
      }
      return false;
    }
    if (source instanceof Source.MapOf map) {
      return map.values().entrySet().stream()
          .anyMatch(e -> isEmpty(e.getValue(), ((Map<?, ?>) value).get(e.getKey())));
    }
    return value == null
        && (source instanceof Source.StepOutput
            || source instanceof Source.Input input && input.depth() > 0);
  }
}
