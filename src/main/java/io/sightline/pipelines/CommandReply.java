package io.sightline.pipelines;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The answer to a command as it is on the wire.
 *
 * @param response begins with {@code status}: success or failure
 * @param pipelineId null where it is about none
 */
record CommandReply(String requestId, Map<String, Object> response, String pipelineId) {
  private static final String STATUS = "status";
  private static final String SUCCESS = "success";

  static CommandReply success(String requestId, String pipelineId, Map<String, Object> content) {
    Map<String, Object> response = new LinkedHashMap<>();
    response.put(STATUS, SUCCESS);
    response.putAll(content);
    return new CommandReply(requestId, response, pipelineId);
  }

  static CommandReply failure(String requestId, String pipelineId, CommandFailure failure) {
    Map<String, Object> response = new LinkedHashMap<>();
    response.put(STATUS, "failure");
    response.put("error_type", failure.type().wireName());
    response.put("error_class", failure.errorClass());
    response.put("error_message", failure.getMessage());
    response.put("public_error_message", failure.publicMessage());
    return new CommandReply(requestId, response, pipelineId);
  }

  boolean succeeded() {
    return SUCCESS.equals(response.get(STATUS));
  }

  /** As it is sent: the three keys. */
  Map<String, Object> message() {
    Map<String, Object> message = new LinkedHashMap<>();
    message.put("request_id", requestId);
    message.put("response", response);
    message.put("pipeline_id", pipelineId);
    return message;
  }
}
