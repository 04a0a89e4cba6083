package io.sightline.workflow;

import io.sightline.vision.Image;
import io.sightline.vision.ImageScope;
import io.sightline.vision.PictureSource;
import io.sightline.workflow.block.Batch;
import io.sightline.workflow.compiler.ExecutionGraph;
import io.sightline.workflow.compiler.InputNode;
import io.sightline.workflow.compiler.OutputNode;
import io.sightline.workflow.executor.ExecutionResult;
import io.sightline.workflow.executor.GraphExecutor;
import io.sightline.workflow.executor.InputAssembler;
import io.sightline.workflow.executor.InputException;
import io.sightline.workflow.executor.PictureReader;
import io.sightline.workflow.executor.RuntimeInputs;
import io.sightline.workflow.executor.StepFailure;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** A compiled workflow with its blocks' state: one for each session, one caller at a time. */
public final class Workflow implements AutoCloseable {
  /** An output's name and whether it is an image, in the definition's order. */
  public record Output(String name, boolean image) {}

  private static final String ONE_VALUE =
      "a stream takes one value for each input beside the frame, not ";

  private final ExecutionGraph graph;
  private final GraphExecutor executor;
  private final InputAssembler assembler;
  private final WorkflowLimits limits;
  private final Supplier<PictureSource> pictures;
  private final Set<String> fed = new HashSet<>();
  private final int[] imageSlots;
  private final int[] videoSlots;
  private Parameters bound;
  private RuntimeInputs template;

  /**
   * @param imageInput the input that frames feed; null where {@link #runBatch} is given everything
   * @param pictures where pictures come from that are named by address; answers null without one
   */
  Workflow(
      ExecutionGraph graph,
      GraphExecutor executor,
      String imageInput,
      WorkflowLimits limits,
      Supplier<PictureSource> pictures) {
    this.graph = graph;
    this.executor = executor;
    this.limits = limits;
    this.pictures = pictures;
    this.assembler = new InputAssembler(graph, limits.batchValues(), limits.run().listLength());
    List<InputNode> images =
        graph.inputs().stream().filter(i -> i.image() && i.name().equals(imageInput)).toList();
    List<InputNode> videos =
        graph.inputs().stream().filter(i -> i.videoMetadata() && imageInput != null).toList();
    images.forEach(input -> fed.add(input.name()));
    videos.forEach(input -> fed.add(input.name()));
    imageSlots = images.stream().mapToInt(InputNode::index).toArray();
    videoSlots = videos.stream().mapToInt(InputNode::index).toArray();
  }

  public List<Output> outputs() {
    return graph.outputs().stream().map(o -> new Output(o.name(), o.image())).toList();
  }

  /** The names of the inputs that are pictures, in the definition's order. */
  public List<String> pictureInputs() {
    return graph.inputs().stream()
        .filter(input -> input.batch() && input.kinds().contains("image"))
        .map(InputNode::name)
        .toList();
  }

  /**
   * Checks values for the definition's parameters and fills in defaults; done once, not each frame.
   * Batch inputs other than the frame take one value, too. Names that the definition does not know
   * are ignored.
   *
   * @throws WorkflowException (RuntimeInputError) naming the parameter and what it accepts
   */
  public Parameters bind(Map<String, Object> values) {
    try {
      int batchSize = assembler.assemble(values, fed, null).batchSize();
      if (imageSlots.length > 0 && batchSize != 1) {
        throw new InputException(ONE_VALUE + batchSize, null);
      }
    } catch (InputException e) {
      throw Problems.of(e);
    }
    Map<String, Object> all = new LinkedHashMap<>();
    for (InputNode input : graph.inputs()) {
      if (!fed.contains(input.name())) {
        all.put(input.name(), values.getOrDefault(input.name(), input.defaultValue()));
      }
    }
    return new Parameters(all);
  }

  /**
   * Runs all steps on one frame. A failing step is an entry in the result's errors, never an
   * exception. Pictures in the result belong to {@code scope}, or are the frame itself.
   */
  public WorkflowResult run(Image frame, Parameters parameters, ImageScope scope) {
    RoundResult result = run(List.of(frame), parameters, scope);
    return new WorkflowResult(result.outputs().get(0), result.errors(), result.inferenceNanos());
  }

  /**
   * Runs all steps once on frames of several videos, one of each, as one batch; else as the other.
   *
   * @param frames one at least
   * @return with the outputs of each frame
   */
  public RoundResult run(List<Image> frames, Parameters parameters, ImageScope scope) {
    try {
      if (parameters != bound) {
        template = assembler.assemble(parameters.values(), fed, null);
        bound = parameters;
      }
    } catch (InputException e) {
      return refused(frames.size(), "inputs: " + e.getMessage());
    }
    if (template.batchSize() != 1) {
      return refused(frames.size(), "inputs: " + ONE_VALUE + template.batchSize());
    }
    ExecutionResult result = executor.run(inputs(frames), scope);
    return new RoundResult(
        result.outputs(),
        result.failures().stream().map(StepFailure::text).toList(),
        result.inferenceNanos());
  }

  private RuntimeInputs inputs(List<Image> frames) {
    Object[] values = template.values().clone();
    if (frames.size() > 1) {
      for (InputNode input : graph.inputs()) {
        Object value = values[input.index()];
        if (input.batch() && value instanceof Batch one) {
          values[input.index()] =
              Batch.wrap(Collections.nCopies(frames.size(), one.get(0)).toArray());
        }
      }
    }
    for (int slot : imageSlots) {
      values[slot] = Batch.wrap(frames.toArray());
    }
    for (int slot : videoSlots) {
      values[slot] = Batch.wrap(frames.stream().map(Image::video).toArray());
    }
    return new RuntimeInputs(values, template.bound(), frames.size());
  }

  /**
   * Runs all steps on what a request hands in: lists with one value for each image, or single
   * values for all. Answers with one map of outputs for each image. Stops at the first failure.
   *
   * @param values input name to value: {@link Image}s, or the wire form of the input's kind as
   *     strings, numbers, booleans, lists and maps; pictures as base64, data URL, address or the
   *     bytes of a file
   * @param scope takes the pictures that are read and made
   * @throws WorkflowException where an input is wrong (RuntimeInputError) or a step failed
   */
  public List<Map<String, Object>> runBatch(Map<String, Object> values, ImageScope scope) {
    return runBatch(values, scope, () -> false);
  }

  /**
   * The same for somebody who may give up: then no step more is begun, and there are no outputs.
   *
   * @param abandoned asked between steps and their elements, from several threads
   */
  public List<Map<String, Object>> runBatch(
      Map<String, Object> values, ImageScope scope, BooleanSupplier abandoned) {
    ExecutionResult result;
    try {
      PictureReader reader =
          new PictureReader(limits.pictures(), limits.run().pixels(), pictures, scope);
      RuntimeInputs inputs = assembler.assemble(values, Set.of(), reader);
      result = executor.runUntilFailure(inputs, scope, abandoned);
    } catch (InputException e) {
      throw Problems.of(e);
    }
    if (!result.failures().isEmpty()) {
      throw Problems.of(result.failures().get(0));
    }
    return result.outputs();
  }

  private RoundResult refused(int frames, String error) {
    Map<String, Object> outputs = new HashMap<>();
    for (OutputNode output : graph.outputs()) {
      outputs.put(output.name(), null);
    }
    return new RoundResult(
        Collections.nCopies(frames, Collections.unmodifiableMap(outputs)), List.of(error), 0);
  }

  /** Releases the blocks' state. May be called twice, not while {@link #run} is under way. */
  @Override
  public void close() {
    executor.close();
  }
}
