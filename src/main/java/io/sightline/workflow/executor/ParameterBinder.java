package io.sightline.workflow.executor;

import io.sightline.workflow.block.Field;
import io.sightline.workflow.block.FormException;
import io.sightline.workflow.compiler.ExecutionGraph;
import io.sightline.workflow.compiler.StepNode;
import io.sightline.workflow.compiler.Substitution;

/** Holds parameters against the fields of the steps that they go into. */
final class ParameterBinder {
  private final ExecutionGraph graph;

  ParameterBinder(ExecutionGraph graph) {
    this.graph = graph;
  }

  /**
   * @param inputs values of the graph's inputs
   * @return values in the order of the substitutions, converted as the fields want them
   */
  Object[] bind(Object[] inputs) {
    Object[] bound = new Object[graph.substitutions().size()];
    for (int i = 0; i < bound.length; i++) {
      Substitution substitution = graph.substitutions().get(i);
      StepNode step = graph.steps().get(substitution.step());
      Field field = step.manifest().fields().get(substitution.field());
      try {
        bound[i] = field.readLiteral(inputs[substitution.input()]);
      } catch (FormException e) {
        throw new InputException(
            "Provided input is incompatible with manifest of step %s regarding property %s provided in"
                    .formatted(step.name(), field.name())
                + " input parameter named %s. Details available in inner error object."
                    .formatted(graph.inputs().get(substitution.input()).name()),
            e);
      }
    }
    return bound;
  }
}
