package io.sightline.workflow.block;

import java.util.List;

/** A block that looks at all elements of a run together, such as one that writes a table. */
public interface BatchBlock extends Block {
  /**
   * Computes all elements that have values, in their order. Called once for each run that has any;
   * whatever it throws fails this step of this run.
   *
   * @return one answer for each of {@code inputs}
   */
  List<BlockResult> runAll(List<StepInput> inputs);

  @Override
  default BlockResult run(StepInput input) {
    return runAll(List.of(input)).get(0);
  }
}
