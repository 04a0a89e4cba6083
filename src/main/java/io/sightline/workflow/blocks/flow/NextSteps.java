package io.sightline.workflow.blocks.flow;

import io.sightline.workflow.block.BlockContext;
import io.sightline.workflow.block.BlockResult;
import io.sightline.workflow.block.Field;
import io.sightline.workflow.block.Forms;
import io.sightline.workflow.block.Reference;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The decisions of a step that names next steps: to go on with them, or with none. */
final class NextSteps {
  static final BlockResult.NextSteps NONE = new BlockResult.NextSteps(Set.of());

  private NextSteps() {}

  static Field field() {
    return Field.required(
        "next_steps", "The steps that go on, by their selectors.", Forms.list(0, Forms.step()));
  }

  /** To go on with the steps that a field of {@code context} lists. */
  static BlockResult.NextSteps of(BlockContext context, String field) {
    return of((List<?>) context.fields().get(field));
  }

  /** To go on with the steps that {@code references} point to. */
  static BlockResult.NextSteps of(List<?> references) {
    Set<String> names = new LinkedHashSet<>();
    references.forEach(reference -> names.add(((Reference) reference).selector().name()));
    return new BlockResult.NextSteps(Set.copyOf(names));
  }
}
