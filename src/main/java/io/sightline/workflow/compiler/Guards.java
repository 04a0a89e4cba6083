package io.sightline.workflow.compiler;

import java.util.ArrayList;
import java.util.List;

/** Which steps decide about which. */
final class Guards {
  private final List<List<Integer>> deciders = new ArrayList<>();

  Guards(Nodes nodes) {
    nodes.steps().forEach(step -> deciders.add(new ArrayList<>()));
    for (CheckedStep step : nodes.steps()) {
      step.references(
          (field, reference) -> {
            if (reference.kinds().isEmpty()) {
              deciders.get(nodes.step(reference.selector().name()).index()).add(step.index());
            }
          });
    }
  }

  /** The steps that decide about the one at {@code index}; they are in {@code steps} already. */
  List<StepNode.Guard> of(int index, StepNode[] steps) {
    return deciders.get(index).stream()
        .map(decider -> new StepNode.Guard(decider, steps[decider].depth()))
        .toList();
  }
}
