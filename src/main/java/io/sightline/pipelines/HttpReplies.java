package io.sightline.pipelines;

import io.sightline.http.Reply;
import java.util.LinkedHashMap;
import java.util.Map;

/** How replies look over HTTP. */
final class HttpReplies {
  private HttpReplies() {}

  static Reply of(CommandReply reply) {
    if (!reply.succeeded()) {
      return failure(reply.response());
    }
    Map<String, Object> context = new LinkedHashMap<>();
    context.put("request_id", reply.requestId());
    context.put("pipeline_id", reply.pipelineId());
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("status", reply.response().get("status"));
    body.put("context", context);
    body.putAll(reply.response());
    return Reply.of(200, body);
  }

  /** The classes are those of the reference's client, which makes exceptions of failures. */
  private static Reply failure(Map<String, Object> response) {
    String type = String.valueOf(response.get("error_type"));
    String own = String.valueOf(response.get("error_class"));
    Map<String, Object> body = new LinkedHashMap<>();
    body.put(
        "message",
        "Error with command handling raised by InferencePipeline Manager. Error type: %s. Details: %s"
            .formatted(type, response.get("public_error_message")));
    int status =
        switch (own) {
          case "SourceNotAllowed" -> 403;
          case "SessionLimitReached" -> 429;
          case "ServerDraining", "MediaUnavailable", "MemoryLimitReached" -> 503;
          default -> 0;
        };
    if (status > 0) {
      body.put("error_type", own);
      body.put("inner_error_type", null);
      return Reply.of(status, body);
    }
    body.put("error_type", errorClass(type));
    body.put("inner_error_type", null);
    return Reply.of(status(type), body);
  }

  private static String errorClass(String type) {
    return switch (type) {
      case "invalid_payload" -> "ProcessesManagerInvalidPayload";
      case "not_found" -> "ProcessesManagerNotFoundError";
      case "operation_error" -> "ProcessesManagerOperationError";
      case "authorisation_error" -> "ProcessesManagerAuthorisationError";
      default -> "ProcessesManagerInternalError";
    };
  }

  private static int status(String type) {
    return switch (type) {
      case "invalid_payload" -> 400;
      case "authorisation_error" -> 401;
      case "not_found" -> 404;
      default -> 500;
    };
  }
}
