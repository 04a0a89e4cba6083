package io.sightline.pipeline;

import io.sightline.vision.Image;
import io.sightline.vision.ImageScope;
import io.sightline.workflow.Parameters;
import io.sightline.workflow.Workflow;
import io.sightline.workflow.Workflow.Output;
import io.sightline.workflow.WorkflowResult;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What the loop needs of a workflow, as functions: a test hands in its own.
 *
 * @param outputs in the definition's order
 * @param bind checks values of parameters
 * @param run works on one frame
 */
record Work(List<Output> outputs, Function<Map<String, Object>, Parameters> bind, Run run) {
  /** As {@link Workflow#run}. */
  @FunctionalInterface
  interface Run {
    WorkflowResult run(Image frame, Parameters parameters, ImageScope scope);
  }

  static Work of(Workflow workflow) {
    return new Work(workflow.outputs(), workflow::bind, workflow::run);
  }

  /** What the frame gives; a workflow that throws gives nothing but its message as an error. */
  WorkflowResult on(Image frame, Parameters parameters, ImageScope scope) {
    try {
      return run.run(frame, parameters == null ? bind.apply(Map.of()) : parameters, scope);
    } catch (RuntimeException | Error e) {
      return new WorkflowResult(Map.of(), List.of(message(e)), 0);
    }
  }

  static String message(Throwable failure) {
    return failure.getMessage() == null ? failure.toString() : failure.getMessage();
  }
}
