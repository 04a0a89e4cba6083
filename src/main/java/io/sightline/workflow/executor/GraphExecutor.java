package io.sightline.workflow.executor;

import io.sightline.vision.ImageScope;
import io.sightline.workflow.block.Block;
import io.sightline.workflow.block.BlockContext;
import io.sightline.workflow.block.RunLimits;
import io.sightline.workflow.block.SharedState;
import io.sightline.workflow.compiler.ExecutionGraph;
import io.sightline.workflow.compiler.StepNode;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** A graph with its blocks at work, for one session: one run at a time. */
public final class GraphExecutor implements AutoCloseable {
  private static final Logger LOG = System.getLogger(GraphExecutor.class.getName());

  private final ExecutionGraph graph;
  private final RunLimits limits;
  private final Executor helpers;
  private final List<Block> blocks = new ArrayList<>();
  private final SharedState shared = new SharedState();
  private final OutputAssembler outputs;

  /**
   * Makes the blocks; may take its time, as loading a model does.
   *
   * @param limits what each run may make
   * @param resources answers the one object of a type that blocks ask for
   * @param helpers runs heavy steps side by side with the caller
   * @throws StepException where a block cannot be made on this server
   */
  public GraphExecutor(
      ExecutionGraph graph,
      RunLimits limits,
      Function<Class<?>, Object> resources,
      Executor helpers) {
    this.graph = graph;
    this.limits = limits;
    this.helpers = helpers;
    this.outputs = new OutputAssembler(graph);
    Function<Class<?>, Object> offered =
        type -> type == SharedState.class ? shared : resources.apply(type);
    for (StepNode step : graph.steps()) {
      try {
        blocks.add(step.type().create(new BlockContext(step.name(), step.fields(), offered)));
      } catch (RuntimeException | LinkageError e) {
        close();
        throw new StepException(step.name(), step.manifest().type(), e);
      }
    }
  }

  /** Runs all steps. Pictures in the result belong to {@code images} or to the caller. */
  public ExecutionResult run(RuntimeInputs inputs, ImageScope images) {
    return run(inputs, images, false, () -> false);
  }

  /**
   * Runs the steps until one fails; those after it, such as one that sends something away, do not
   * run then. The outputs are of use only where there is no failure.
   *
   * @param abandoned asked before each step and each of its elements, from several threads: where
   *     it is true, nothing more runs, and the outputs are of no use
   */
  public ExecutionResult runUntilFailure(
      RuntimeInputs inputs, ImageScope images, BooleanSupplier abandoned) {
    return run(inputs, images, true, abandoned);
  }

  private ExecutionResult run(
      RuntimeInputs inputs, ImageScope images, boolean untilFailure, BooleanSupplier abandoned) {
    Slots slots = new Slots(graph, inputs);
    Run run = new Run(slots, images, limits, abandoned);
    for (List<Integer> layer : graph.layers()) {
      runHeavy(layer, run);
      for (int step : layer) {
        if (!graph.steps().get(step).manifest().heavy() && !(untilFailure && run.failed())) {
          execute(step, run);
        }
      }
      run.endLayer();
      if (run.abandoned()) {
        return new ExecutionResult(List.of(), run.failures(), run.inferenceNanos().sum());
      }
      if (untilFailure && run.failed()) {
        break;
      }
    }
    return new ExecutionResult(
        outputs.assemble(slots), covered(run.failures(), slots), run.inferenceNanos().sum());
  }

  private List<StepFailure> covered(List<StepFailure> failures, Slots slots) {
    if (failures.isEmpty()) {
      return failures;
    }
    SecretTexts secrets = SecretTexts.of(graph, slots);
    return failures.stream()
        .map(f -> new StepFailure(f.step(), f.blockType(), secrets.cover(f.cause())))
        .toList();
  }

  private void runHeavy(List<Integer> layer, Run run) {
    List<Runnable> heavy = new ArrayList<>(1);
    for (int step : layer) {
      if (graph.steps().get(step).manifest().heavy()) {
        heavy.add(() -> execute(step, run));
      }
    }
    if (heavy.size() == 1) {
      heavy.get(0).run();
    } else if (heavy.size() > 1) {
      new SharedWork(heavy).complete(helpers);
    }
  }

  private void execute(int step, Run run) {
    if (run.abandoned()) {
      return;
    }
    new StepRun(graph.steps().get(step), blocks.get(step), run).execute();
  }

  /** Releases the blocks. May be called twice, not while {@link #run} is under way. */
  @Override
  public void close() {
    for (int i = blocks.size() - 1; i >= 0; i--) {
      close("step '" + graph.steps().get(i).name() + "'", blocks.get(i));
    }
    blocks.clear();
    close("what steps share", shared);
  }

  private static void close(String name, AutoCloseable part) {
    try {
      part.close();
    } catch (VirtualMachineError e) {
      throw e;
    } catch (Throwable e) {
      LOG.log(Level.WARNING, name + " did not close", e);
    }
  }
}
