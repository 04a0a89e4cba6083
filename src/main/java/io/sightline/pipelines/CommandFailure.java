package io.sightline.pipelines;

import io.sightline.http.HttpException;
import io.sightline.media.capture.CaptureException;
import io.sightline.media.capture.SourceNotAllowed;
import io.sightline.session.SessionException;
import io.sightline.session.WorkflowRejected;
import io.sightline.stream.OperationNotAllowed;
import io.sightline.workflow.WorkflowException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.RejectedExecutionException;

/** Why a command was not carried out. */
final class CommandFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final System.Logger LOG = System.getLogger(CommandFailure.class.getName());

  /** The kinds that the protocol knows. */
  enum Type {
    INTERNAL_ERROR,
    INVALID_PAYLOAD,
    NOT_FOUND,
    OPERATION_ERROR,
    AUTHORISATION_ERROR;

    String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Type type;
  private final String errorClass;
  private final String publicMessage;

  /**
   * @param errorClass the name that clients know the error by, null for none
   * @param message what happened
   * @param publicMessage what the reference tells those who ask over HTTP
   */
  CommandFailure(Type type, String errorClass, String message, String publicMessage) {
    super(message);
    this.type = type;
    this.errorClass = errorClass;
    this.publicMessage = publicMessage;
  }

  static CommandFailure notFound(String pipelineId) {
    String sentence = "Could not find InferencePipeline with id=%s.".formatted(pipelineId);
    return new CommandFailure(Type.NOT_FOUND, null, sentence, sentence);
  }

  /** Any failure as one of the protocol's. */
  static CommandFailure of(Throwable failure) {
    if (failure instanceof CommandFailure own) {
      return own;
    }
    if (failure instanceof WorkflowRejected rejected
        && rejected.getCause() instanceof WorkflowException workflow) {
      return ofWorkflow(workflow);
    }
    if (failure instanceof WorkflowException workflow) {
      return ofWorkflow(workflow);
    }
    if (failure instanceof OperationNotAllowed) {
      return new CommandFailure(
          Type.OPERATION_ERROR,
          "StreamOperationNotAllowedError",
          failure.getMessage(),
          "Cannot get pipeline status in the current state of InferencePipeline.");
    }
    if (failure instanceof CaptureException) {
      String name = failure instanceof SourceNotAllowed ? "SourceNotAllowed" : "ValueError";
      return told(Type.INVALID_PAYLOAD, name, failure);
    }
    if (failure instanceof SessionException session) {
      return told(typeOf(session.errorType()), session.errorType(), failure);
    }
    if (failure instanceof HttpException http && http.reply().status() == 422) {
      return new CommandFailure(
          Type.INVALID_PAYLOAD,
          "ValidationError",
          new String(http.reply().body(), StandardCharsets.UTF_8),
          "Could not decode InferencePipeline initialisation command payload.");
    }
    if (failure instanceof HttpException) {
      return told(Type.OPERATION_ERROR, "SessionEnded", failure);
    }
    if (failure instanceof RejectedExecutionException) {
      return new CommandFailure(
          Type.OPERATION_ERROR, "ServerDraining", "the server stops", "the server stops");
    }
    LOG.log(System.Logger.Level.WARNING, "a command failed", failure);
    return new CommandFailure(
        Type.INTERNAL_ERROR,
        failure.getClass().getSimpleName(),
        "Internal error.",
        "Unknown internal error.");
  }

  Type type() {
    return type;
  }

  String errorClass() {
    return errorClass;
  }

  String publicMessage() {
    return publicMessage;
  }

  private static CommandFailure ofWorkflow(WorkflowException workflow) {
    return switch (workflow.errorType()) {
      case "WorkflowSyntaxError" ->
          new CommandFailure(
              Type.INVALID_PAYLOAD,
              workflow.errorType(),
              workflow.getMessage(),
              "Provided workflow configuration is not valid.");
      case "WorkflowNotFound", "ModelNotFound" ->
          told(Type.NOT_FOUND, workflow.errorType(), workflow);
      default -> told(Type.INTERNAL_ERROR, workflow.errorType(), workflow);
    };
  }

  private static Type typeOf(String errorType) {
    return switch (errorType) {
      case "SessionLimitReached", "ServerDraining", "MediaUnavailable", "PeerConnectionFailed" ->
          Type.OPERATION_ERROR;
      default -> Type.INVALID_PAYLOAD;
    };
  }

  private static CommandFailure told(Type type, String name, Throwable failure) {
    return new CommandFailure(type, name, failure.getMessage(), failure.getMessage());
  }
}
