package io.sightline.session;

import io.sightline.workflow.WorkflowException;
import java.util.List;

/** The workflow definition or its parameters are wrong; the fields are the reference's. */
public final class WorkflowRejected extends SessionException {
  private static final long serialVersionUID = 1L;

  /** The part of a step that is wrong; nulls where unknown. */
  public record BlockProblem(
      String blockId, String blockType, String propertyName, String propertyDetails) {}

  private final String context;
  private final transient List<BlockProblem> blockProblems;

  WorkflowRejected(WorkflowException cause) {
    super(cause.errorType(), cause.getMessage(), cause);
    this.context = cause.context();
    this.blockProblems =
        cause.blockErrors().stream()
            .map(
                b ->
                    new BlockProblem(
                        b.blockId(), b.blockType(), b.propertyName(), b.propertyDetails()))
            .toList();
  }

  /** Where in the compilation it failed, path-like; null where unknown. */
  public String context() {
    return context;
  }

  public List<BlockProblem> blockProblems() {
    return blockProblems;
  }
}
