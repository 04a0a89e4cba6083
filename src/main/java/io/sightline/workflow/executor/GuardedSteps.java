package io.sightline.workflow.executor;

import io.sightline.workflow.block.BlockContext;
import io.sightline.workflow.compiler.ExecutionGraph;
import io.sightline.workflow.compiler.StepNode;
import java.util.function.Function;

/** The steps of a graph that run only where the server's settings let them. */
public final class GuardedSteps {
  private GuardedSteps() {}

  /**
   * Makes their blocks, and no other: no model loads.
   *
   * @param resources answers the one object of a type that blocks ask for
   * @throws StepException for the first that may not run on this server
   */
  public static void check(ExecutionGraph graph, Function<Class<?>, Object> resources) {
    for (StepNode step : graph.steps()) {
      if (step.manifest().guarded()) {
        check(step, resources);
      }
    }
  }

  private static void check(StepNode step, Function<Class<?>, Object> resources) {
    BlockContext context = new BlockContext(step.name(), step.fields(), resources);
    try {
      step.type().create(context).close();
    } catch (RuntimeException | LinkageError e) {
      throw new StepException(step.name(), step.manifest().type(), e);
    }
  }
}
