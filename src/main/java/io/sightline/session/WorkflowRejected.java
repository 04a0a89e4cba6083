package io.sightline.session;

import io.sightline.workflow.WorkflowException;
import java.util.List;

/** The workflow definition or its parameters are wrong; the fields are the reference's. */
public final class WorkflowRejected extends SessionException {
  private static final long serialVersionUID = 1L;

  /** A document may be wrong in a thousand places. */
  private static final int REASON_MAX = 2000;

  /** The part of a step that is wrong; nulls where unknown. */
  public record BlockProblem(
      String blockId, String blockType, String propertyName, String propertyDetails) {}

  private final String context;
  private final transient List<BlockProblem> blockProblems;

  WorkflowRejected(WorkflowException cause) {
    super(cause.errorType(), sentence(cause), cause);
    this.context = cause.context();
    this.blockProblems =
        cause.blockErrors().stream()
            .map(
                b ->
                    new BlockProblem(
                        b.blockId(), b.blockType(), b.propertyName(), b.propertyDetails()))
            .toList();
  }

  /**
   * The reference tells the reason in a field beside its message; here there is the message only.
   */
  private static String sentence(WorkflowException e) {
    String message = e.getMessage();
    Throwable inner = e.getCause();
    if (inner == null || inner.getMessage() == null || !message.contains("inner error")) {
      return message;
    }
    String reason = inner.getMessage();
    return message
        + " Inner error: "
        + (reason.length() > REASON_MAX ? reason.substring(0, REASON_MAX) + "…" : reason);
  }

  /** Where in the compilation it failed, path-like; null where unknown. */
  public String context() {
    return context;
  }

  public List<BlockProblem> blockProblems() {
    return blockProblems;
  }
}
