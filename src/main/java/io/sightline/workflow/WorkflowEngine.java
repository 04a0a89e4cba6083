package io.sightline.workflow;

import io.sightline.settings.Settings;
import io.sightline.vision.PictureSource;
import io.sightline.workflow.block.BlockCatalog;
import io.sightline.workflow.block.Sinks;
import io.sightline.workflow.compiler.CompilationException;
import io.sightline.workflow.compiler.EngineVersion;
import io.sightline.workflow.compiler.ExecutionGraph;
import io.sightline.workflow.compiler.GraphCompiler;
import io.sightline.workflow.compiler.InputNode;
import io.sightline.workflow.definition.Definition;
import io.sightline.workflow.definition.DefinitionException;
import io.sightline.workflow.definition.DefinitionReader;
import io.sightline.workflow.executor.GraphExecutor;
import io.sightline.workflow.executor.GuardedSteps;
import io.sightline.workflow.executor.StepException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Function;

/** Compiles workflow definitions. One for the whole server; safe for use by several threads. */
public final class WorkflowEngine {
  private final BlockCatalog blocks;
  private final DefinitionReader reader;
  private final WorkflowLimits limits;
  private final WorkflowStore store;
  private final CatalogDescription description;
  private final GraphCompiler compiler;
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
    this.blocks = catalog;
    this.limits = WorkflowLimits.of(settings);
    this.reader = new DefinitionReader(limits.definition());
    this.compiler = new GraphCompiler(catalog);
    this.resources = resources;
    this.executor = executor;
    this.defaultDefinition = DefaultWorkflow.definition(settings.text("sightline.model.default"));
    Map<String, String> samples = Samples.all();
    samples.put(DefaultWorkflow.ID, defaultDefinition);
    this.store =
        new WorkflowStore(
            WorkflowStore.directory(settings),
            limits.definition().maxBytes(),
            samples,
            this::graph);
    this.description = new CatalogDescription(catalog);
  }

  /** The workflows that this server keeps. */
  public WorkflowStore store() {
    return store;
  }

  /** What its blocks are. */
  public CatalogDescription catalog() {
    return description;
  }

  /**
   * The outputs of one step, in Roboflow's form: each with its name and its kinds.
   *
   * @param step JSON text of the step
   * @throws WorkflowException where the step is wrong, with the property
   */
  public List<Object> outputsOfStep(String step) {
    String document =
        "{\"version\":\"1.0\",\"inputs\":[],\"steps\":[%s],\"outputs\":[]}".formatted(step);
    try {
      return CatalogDescription.outputs(compiler.outputs(reader.read(document)).get(0));
    } catch (DefinitionException e) {
      throw Problems.of(e);
    }
  }

  /** The version of Roboflow's engine that documents are run as. */
  public String version() {
    return EngineVersion.CURRENT;
  }

  /**
   * The definition that is meant.
   *
   * @param definition JSON text, or null
   * @param workflowId a stored workflow where there is no definition, null for the default one
   * @throws WorkflowException where no workflow of that id is stored
   */
  public String definition(String definition, String workflowId) {
    if (definition != null) {
      return definition;
    }
    return workflowId == null ? defaultDefinition : store.definition(workflowId);
  }

  /** The default workflow's definition, a Roboflow document. */
  public String defaultDefinition() {
    return defaultDefinition;
  }

  /**
   * Checks a definition, and whether the server's settings let its steps run. No model loads: that
   * one is missing shows when the workflow is compiled.
   *
   * @throws WorkflowException where the definition is wrong, with the step and the property, or a
   *     step may not run on this server
   */
  public void validate(String definition) {
    ExecutionGraph graph = graph(definition);
    try {
      GuardedSteps.check(graph, type -> resource(type, Sinks.ENABLED));
    } catch (StepException e) {
      throw Problems.of(e);
    }
  }

  /**
   * What a workflow takes and answers with, in Roboflow's form: {@code inputs} and {@code outputs}
   * by name with their kinds, {@code typing_hints} by kind.
   *
   * @throws WorkflowException where the definition is wrong, with the step and the property
   */
  public Map<String, Object> describe(String definition) {
    return reading(
        definition,
        read -> WorkflowInterface.kinds(compiler.compile(read), InputUses.kinds(read, blocks)));
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
    return compile(definition, imageInput, true);
  }

  /**
   * The same.
   *
   * @param sinks whether steps that send or store something outside of the workflow do so
   */
  public Workflow compile(String definition, String imageInput, boolean sinks) {
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
    return workflow(graph, imageInput, sinks ? Sinks.ENABLED : Sinks.DISABLED);
  }

  /**
   * Parses, checks and compiles a definition whose inputs are all handed in with {@link
   * Workflow#runBatch}.
   *
   * @throws WorkflowException where the definition is wrong, with the step and the property
   */
  public Workflow compile(String definition) {
    return compile(definition, true);
  }

  /**
   * The same.
   *
   * @param sinks whether steps that send or store something outside of the workflow do so
   */
  public Workflow compile(String definition, boolean sinks) {
    return workflow(graph(definition), null, sinks ? Sinks.ENABLED : Sinks.DISABLED);
  }

  private ExecutionGraph graph(String definition) {
    return reading(definition, compiler::compile);
  }

  /** Reads a definition and makes something of it. */
  private <T> T reading(String definition, Function<Definition, T> maker) {
    try {
      return maker.apply(reader.read(definition, EngineVersion::check, compiler::check));
    } catch (DefinitionException e) {
      throw Problems.of(e);
    } catch (CompilationException e) {
      throw Problems.of(e);
    }
  }

  private Workflow workflow(ExecutionGraph graph, String imageInput, Sinks sinks) {
    try {
      GraphExecutor steps =
          new GraphExecutor(graph, limits.run(), type -> resource(type, sinks), executor);
      return new Workflow(graph, steps, imageInput, limits, this::pictures);
    } catch (StepException e) {
      throw Problems.of(e);
    }
  }

  /** What blocks get: what the engine knows itself, or else what the server has one of. */
  private Object resource(Class<?> type, Sinks sinks) {
    return type == Sinks.class ? sinks : resources.apply(type);
  }

  private PictureSource pictures() {
    return (PictureSource) resources.apply(PictureSource.class);
  }
}
