package io.sightline.http;

import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * A request to run a workflow.
 *
 * @param inputs name to value
 * @param attachments files that are values of inputs
 * @param excluded outputs that are not wanted
 * @param sinks whether steps may send and store something outside of the workflow
 * @param abandoned whether nobody waits for the answer any longer
 */
record RunRequest(
    Map<String, Object> inputs,
    Attachments attachments,
    List<String> excluded,
    boolean sinks,
    BooleanSupplier abandoned) {
  /**
   * Reads the fields that a stored workflow and one that came along have in common, and checks all
   * that were read. Profiling, previews, keys and versions of Roboflow's platform have no effect.
   *
   * @throws HttpException (422) where a field is wrong
   */
  static RunRequest of(RequestBody body, Call call) {
    body.text("api_key");
    Map<String, Object> inputs = body.object("inputs");
    List<String> excluded = body.texts("excluded_fields");
    body.flag("enable_profiling");
    body.flag("debug");
    body.text("workflow_id");
    boolean quiet = body.flag("disable_sinks");
    return new RunRequest(inputs, call.attachments(), excluded, !quiet, call.abandoned());
  }
}
