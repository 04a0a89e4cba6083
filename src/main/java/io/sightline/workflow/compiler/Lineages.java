package io.sightline.workflow.compiler;

import java.util.Collection;
import java.util.List;

/** Whether batches of different origin can be paired element by element. */
final class Lineages {
  private Lineages() {}

  /**
   * @throws CompilationException (StepInputLineageError) where they cannot
   */
  static void check(String step, Collection<List<String>> lineages) {
    if (lineages.stream().map(List::size).distinct().count() > 2) {
      throw CompilationException.lineage(
          "Input data provided for step: `%s` comes with lineages at more than two dimensionality"
                  .formatted(step)
              + " levels, which should not be possible.");
    }
    List<String> longest = List.of();
    for (List<String> lineage : lineages) {
      longest = lineage.size() > longest.size() ? lineage : longest;
    }
    for (List<String> lineage : lineages) {
      if (lineage.size() == longest.size() && !lineage.equals(longest)) {
        throw CompilationException.lineage(
            "Among step `%s` inputs found different lineages at the same  dimensionality levels"
                    .formatted(step)
                + " dimensionality.");
      }
      if (!longest.subList(0, lineage.size()).equals(lineage)) {
        throw CompilationException.lineage(
            "Step `%s` inputs does not share common lineage. Differing element: %s, reference lineage"
                    .formatted(step, longest)
                + " prefix: "
                + lineage);
      }
    }
  }

  /**
   * A decision must be about the elements that a step gets, or about whole batches of them.
   *
   * @throws CompilationException (ControlFlowDefinitionError) where it is about others
   */
  static void checkGuards(
      String step, Collection<List<String>> lineages, Collection<List<String>> guards) {
    if (lineages.isEmpty()) {
      return;
    }
    for (List<String> guard : guards) {
      boolean fits =
          lineages.stream()
              .anyMatch(l -> l.size() >= guard.size() && l.subList(0, guard.size()).equals(guard));
      if (!fits) {
        throw new CompilationException(
            "ControlFlowDefinitionError",
            "Step %s execution is impacted by control flow outcome of steps which make decision based"
                    .formatted(step)
                + " on data that is not compatible with data fed to the step %s - which would cause"
                    .formatted(step)
                + " the step to never execute. This behaviour is invalid and prevented upfront by"
                + " Workflows compiler.",
            CompilationException.GRAPH + " | verification_of_control_flow_lineage",
            List.of());
      }
    }
  }
}
