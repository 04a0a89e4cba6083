package io.sightline.http;

import io.sightline.workflow.WorkflowEngine;
import java.util.Map;

/** Requests that bring their workflow's definition along. */
final class InlineDoors {
  private final WorkflowEngine engine;
  private final WorkflowRun runs;

  InlineDoors(WorkflowEngine engine, WorkflowRun runs) {
    this.engine = engine;
    this.runs = runs;
  }

  Reply run(Call call) {
    RequestBody body = RequestBody.of(call);
    RunRequest request = RunRequest.of(body, call);
    Map<String, Object> specification = body.object("specification");
    body.flag("is_preview");
    body.check();
    return runs.run(Json.text(specification), request);
  }

  /** The body is the definition itself. */
  Reply validate(Call call) {
    engine.validate(Json.text(RequestBody.object(call)));
    return Reply.of(200, Map.of("status", "ok"));
  }

  Reply describe(Call call) {
    RequestBody body = RequestBody.of(call);
    body.text("api_key");
    Map<String, Object> specification = body.object("specification");
    body.check();
    return Reply.of(200, engine.describe(Json.text(specification)));
  }
}
