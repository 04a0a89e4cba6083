package io.sightline.http;

import io.sightline.vision.ImagePool;
import io.sightline.vision.ImageScope;
import io.sightline.workflow.Workflow;
import io.sightline.workflow.WorkflowEngine;
import java.util.List;
import java.util.Map;

/** Runs a workflow for one request: its blocks and its pictures live as long as that. */
final class WorkflowRun {
  /** Pictures kept for the next step of the same request. */
  private static final int IDLE_PICTURES = 4;

  private final WorkflowEngine engine;
  private final OutputsWriter writer;

  WorkflowRun(WorkflowEngine engine, OutputsWriter writer) {
    this.engine = engine;
    this.writer = writer;
  }

  /**
   * @throws io.sightline.workflow.WorkflowException where the definition or an input is wrong, or a
   *     step failed
   * @throws HttpException where the answer cannot be written
   */
  Reply run(String definition, RunRequest request) {
    try (ImagePool pool = new ImagePool(IDLE_PICTURES);
        Workflow workflow = engine.compile(definition, request.sinks());
        ImageScope scope = new ImageScope(pool)) {
      Map<String, Object> inputs =
          request.attachments().into(request.inputs(), workflow.pictureInputs());
      List<Map<String, Object>> outputs = workflow.runBatch(inputs, scope, request.abandoned());
      if (request.abandoned().getAsBoolean()) {
        throw new HttpException(504, "RequestTimeout", "nobody waits for the answer any longer");
      }
      return writer.write(outputs, request.excluded());
    }
  }
}
