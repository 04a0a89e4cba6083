package io.sightline.workflow.compiler;

import java.util.List;

/**
 * A workflow that is ready to run.
 *
 * @param steps in the order of the document
 * @param layers places of steps; those of one layer are independent of each other
 * @param substitutions parameters that fields take, in the order of {@link Source.Bound}
 */
public record ExecutionGraph(
    List<InputNode> inputs,
    List<StepNode> steps,
    List<List<Integer>> layers,
    List<OutputNode> outputs,
    List<Substitution> substitutions) {}
