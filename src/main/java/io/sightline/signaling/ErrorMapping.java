package io.sightline.signaling;

import io.sightline.session.SessionException;
import io.sightline.session.WorkflowRejected;
import java.util.List;

/** The one place where exceptions become what clients are told. */
final class ErrorMapping {
  private static final System.Logger LOG = System.getLogger(ErrorMapping.class.getName());

  private ErrorMapping() {}

  /**
   * @param fatal whether the socket closes after it
   */
  static ServerMessage.Problem problem(Throwable failure, boolean fatal) {
    if (failure instanceof WorkflowRejected workflow) {
      return new ServerMessage.Problem(
          workflow.errorType(), workflow.getMessage(), blocks(workflow), fatal);
    }
    if (failure instanceof SessionException session) {
      return new ServerMessage.Problem(session.errorType(), session.getMessage(), null, fatal);
    }
    if (failure instanceof SignalingException signaling) {
      return new ServerMessage.Problem(signaling.errorType(), signaling.getMessage(), null, fatal);
    }
    LOG.log(System.Logger.Level.WARNING, "a signaling message could not be handled", failure);
    return new ServerMessage.Problem(
        "InternalError", "the server could not handle the message; its log says why", null, fatal);
  }

  private static List<ServerMessage.BlockProblem> blocks(WorkflowRejected workflow) {
    return workflow.blockProblems().stream()
        .map(
            b ->
                new ServerMessage.BlockProblem(
                    b.blockId(), b.blockType(), b.propertyName(), b.propertyDetails()))
        .toList();
  }
}
