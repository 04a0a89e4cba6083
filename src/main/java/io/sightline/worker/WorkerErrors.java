package io.sightline.worker;

import io.sightline.http.HttpException;
import io.sightline.http.Reply;
import io.sightline.http.WorkflowErrors;
import io.sightline.session.SessionException;
import io.sightline.session.WorkflowRejected;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Why there is no session, in the form of Roboflow's server. */
final class WorkerErrors {
  private static final System.Logger LOG = System.getLogger(WorkerErrors.class.getName());

  /** What that server tells apart here; it calls every other error of a workflow by one name. */
  private static final Set<String> TOLD_APART =
      Set.of("WorkflowSyntaxError", "ModelNotFound", "WorkflowNotFound");

  private WorkerErrors() {}

  static Reply reply(Throwable failure) {
    if (failure instanceof HttpException http) {
      return http.reply();
    }
    if (failure instanceof WorkflowRejected workflow) {
      return TOLD_APART.contains(workflow.errorType())
          ? WorkflowErrors.reply(workflow.getCause()).orElseGet(() -> collapsed(workflow))
          : collapsed(workflow);
    }
    if (failure instanceof SessionException session) {
      return Reply.problem(status(session.errorType()), session.errorType(), session.getMessage());
    }
    LOG.log(System.Logger.Level.WARNING, "a session could not be opened", failure);
    return Reply.of(500, Map.of("message", "Internal error."));
  }

  private static int status(String errorType) {
    return switch (errorType) {
      case "SessionLimitReached" -> 429;
      case "ServerDraining", "MediaUnavailable" -> 503;
      case "SourceNotAllowed" -> 403;
      case "PeerConnectionFailed" -> 500;
      default -> 400;
    };
  }

  private static Reply collapsed(WorkflowRejected workflow) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("message", workflow.getMessage());
    body.put("error_type", "WorkflowError");
    body.put("context", null);
    body.put("inner_error_type", null);
    body.put("inner_error_message", "None");
    body.put("python_blocks_output_streams", null);
    body.put("python_blocks_debug_traces", null);
    return Reply.of(500, body);
  }
}
