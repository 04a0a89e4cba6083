package io.sightline.workflow.compiler;

import io.sightline.workflow.block.BlockCatalog;
import io.sightline.workflow.block.OutputField;
import io.sightline.workflow.definition.Definition;
import io.sightline.workflow.definition.DefinitionException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Makes graphs of definitions. Safe for use by several threads. */
public final class GraphCompiler {
  private final StepChecker checker;

  public GraphCompiler(BlockCatalog catalog) {
    checker = new StepChecker(catalog);
  }

  /**
   * The outputs of each step, without looking where its references point.
   *
   * @throws DefinitionException where a step is not what its manifest wants
   */
  public List<List<OutputField>> outputs(Definition definition) {
    return checker.check(definition).stream().map(CheckedStep::outputs).toList();
  }

  /**
   * Holds the steps against their blocks, and makes no graph.
   *
   * @throws DefinitionException (WorkflowSyntaxError) with everything that is wrong
   */
  public void check(Definition definition) {
    checker.check(definition);
  }

  /**
   * @throws DefinitionException where the document breaks the syntax
   * @throws CompilationException where its parts do not fit together
   */
  public ExecutionGraph compile(Definition definition) {
    Nodes nodes = new Nodes(definition, checker.check(definition));
    new ReferenceChecker(nodes).check();
    List<List<Integer>> layers = new Layers(nodes).layers();
    Dimensions dimensions = new Dimensions(nodes);
    Sources sources = new Sources(nodes, dimensions);
    Guards guards = new Guards(nodes);
    StepNode[] steps = new StepNode[nodes.steps().size()];
    for (List<Integer> layer : layers) {
      for (int index : layer) {
        CheckedStep step = nodes.steps().get(index);
        List<StepNode.Guard> guarding = guards.of(index, steps);
        Dimensions.Shape shape =
            dimensions.shape(
                step, guarding.stream().map(guard -> steps[guard.step()].lineage()).toList());
        steps[index] =
            new StepNode(
                index,
                step.name(),
                step.type(),
                step.fields(),
                step.outputs(),
                sources.of(step),
                guarding,
                shape.executionDepth(),
                shape.lineage());
      }
    }
    List<OutputNode> outputs = new ArrayList<>();
    nodes.outputs().forEach(output -> outputs.add(sources.of(output)));
    return new ExecutionGraph(
        nodes.inputs(), Arrays.asList(steps), layers, outputs, sources.substitutions());
  }
}
