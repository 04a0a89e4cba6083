package io.sightline.workflow.block;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** What a block answers for one element. */
public sealed interface BlockResult {
  /** One value for each output, in their order; null for none. */
  record Values(List<Object> values) implements BlockResult {}

  /** A list for each output: one element for each of these, for blocks that add a dimension. */
  record Elements(List<Values> elements) implements BlockResult {}

  /** The steps that go on, by name; the others that this block controls do not. */
  record NextSteps(Set<String> names) implements BlockResult {}

  /** One value for each output, in the order of the manifest; null for none. */
  static Values of(Object... values) {
    return new Values(Collections.unmodifiableList(Arrays.asList(values)));
  }
}
