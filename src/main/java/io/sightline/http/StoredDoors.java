package io.sightline.http;

import io.sightline.workflow.StoredWorkflow;
import io.sightline.workflow.WorkflowEngine;
import io.sightline.workflow.WorkflowStore;
import java.util.List;
import java.util.Map;

/**
 * Requests that name a workflow of this server; the workspace in their path has no meaning here.
 */
final class StoredDoors {
  private final WorkflowEngine engine;
  private final WorkflowStore store;
  private final WorkflowRun runs;

  StoredDoors(WorkflowEngine engine, WorkflowStore store, WorkflowRun runs) {
    this.engine = engine;
    this.store = store;
    this.runs = runs;
  }

  Reply run(Call call) {
    RequestBody body = RequestBody.of(call);
    RunRequest request = RunRequest.of(body, call);
    versions(body);
    body.check();
    List<String> path = call.path();
    return runs.run(store.definition(path.get(path.size() - 1)), request);
  }

  Reply describe(Call call) {
    RequestBody body = RequestBody.of(call);
    body.text("api_key");
    versions(body);
    body.check();
    return Reply.of(200, engine.describe(store.definition(call.path().get(2))));
  }

  /** A file has one version, and what is in it now counts: both fields are read and do nothing. */
  private static void versions(RequestBody body) {
    body.flag("use_cache");
    body.text("workflow_version_id");
  }

  Reply list(Call call) {
    List<Map<String, Object>> all = store.list().stream().map(StoredWorkflow::asMap).toList();
    return Reply.of(200, Map.of("workflows", all));
  }

  /** The definition as it is stored. */
  Reply definition(Call call) {
    byte[] text =
        store.definition(call.path().get(2)).getBytes(java.nio.charset.StandardCharsets.UTF_8);
    return Reply.ok(text);
  }
}
