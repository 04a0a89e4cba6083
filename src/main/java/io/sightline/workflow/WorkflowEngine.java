package io.sightline.workflow;

import io.sightline.settings.Settings;
import io.sightline.workflow.block.BlockCatalog;
import io.sightline.workflow.block.RunLimits;
import io.sightline.workflow.block.Sinks;
import io.sightline.workflow.compiler.CompilationException;
import io.sightline.workflow.compiler.ExecutionGraph;
import io.sightline.workflow.compiler.GraphCompiler;
import io.sightline.workflow.compiler.InputNode;
import io.sightline.workflow.definition.DefinitionException;
import io.sightline.workflow.definition.DefinitionLimits;
import io.sightline.workflow.definition.DefinitionReader;
import io.sightline.workflow.executor.GraphExecutor;
import io.sightline.workflow.executor.StepException;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Function;

/** Compiles workflow definitions. One for the whole server; safe for use by several threads. */
public final class WorkflowEngine {
  private final DefinitionReader reader;
  private final GraphCompiler compiler;
  private final RunLimits limits;
  private final Function<Class<?>, Object> resources;
  private final Executor executor;
  private final String defaultDefinition;

  /**
   * @param settings bounds of definitions and of what their steps make
   * @param resources answers the one object of a type that blocks ask for, such as the model store
   * @param executor runs independent steps side by side; may be the pool that callers come from
   */
  public WorkflowEngine(
      Settings settings, Function<Class<?>, Object> resources, Executor executor) {
    this(settings, BlockCatalog.discover(), resources, executor);
  }

  WorkflowEngine(
      Settings settings,
      BlockCatalog catalog,
      Function<Class<?>, Object> resources,
      Executor executor) {
    this.reader =
        new DefinitionReader(
            new DefinitionLimits(
                settings.integer("sightline.workflow.definition.max.bytes", 1024, 16 << 20),
                settings.integer("sightline.workflow.steps.max", 1, 10_000),
                settings.integer("sightline.workflow.nesting.max", 4, 256)));
    this.limits =
        new RunLimits(
            settings.integer("sightline.workflow.elements.max", 1, 1_000_000),
            1_000_000L * settings.integer("sightline.workflow.megapixels.max", 1, 100_000));
    this.compiler = new GraphCompiler(catalog);
    this.resources = resources;
    this.executor = executor;
    this.defaultDefinition = DefaultWorkflow.definition(settings.text("sightline.model.default"));
  }

  /** The default workflow's definition, a Roboflow document. */
  public String defaultDefinition() {
    return defaultDefinition;
  }

  /**
   * Checks a definition without making its blocks.
   *
   * @throws WorkflowException where the definition is wrong, with the step and the property
   */
  public void validate(String definition) {
    graph(definition);
  }

  /**
   * Parses, checks and compiles a definition for a stream of frames. The workflow's blocks live
   * until it is closed. Inputs for video metadata are fed with the frame's.
   *
   * @param definition JSON text
   * @param imageInput name of the image input that frames feed, Roboflow's default is "image"
   * @throws WorkflowException where the definition is wrong, with the step and the property
   */
  public Workflow compile(String definition, String imageInput) {
    ExecutionGraph graph = graph(definition);
    List<String> images =
        graph.inputs().stream().filter(InputNode::image).map(InputNode::name).toList();
    if (!images.isEmpty() && !images.contains(imageInput)) {
      throw new WorkflowException(
          "RuntimeInputError",
          "the workflow has no image input named '%s', it has %s".formatted(imageInput, images),
          "workflow_execution | runtime_input_validation",
          List.of(),
          null);
    }
    return workflow(graph, imageInput);
  }

  /**
   * Parses, checks and compiles a definition whose inputs are all handed in with {@link
   * Workflow#runBatch}.
   *
   * @throws WorkflowException where the definition is wrong, with the step and the property
   */
  public Workflow compile(String definition) {
    return workflow(graph(definition), null);
  }

  private ExecutionGraph graph(String definition) {
    try {
      return compiler.compile(reader.read(definition, compiler::check));
    } catch (DefinitionException e) {
      throw Problems.of(e);
    } catch (CompilationException e) {
      throw Problems.of(e);
    }
  }

  private Workflow workflow(ExecutionGraph graph, String imageInput) {
    try {
      return new Workflow(
          graph, new GraphExecutor(graph, limits, this::resource, executor), imageInput);
    } catch (StepException e) {
      throw Problems.of(e);
    }
  }

  /** What blocks get: what the engine knows itself, or else what the server has one of. */
  private Object resource(Class<?> type) {
    return type == Sinks.class ? Sinks.ENABLED : resources.apply(type);
  }
}
