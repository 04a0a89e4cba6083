package io.sightline.workflow.block;

/** A block cannot run, or a value is not what the block can use. */
public class BlockException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String errorType;
  private final String context;

  /** A step that failed for a reason of its own. */
  public BlockException(String message) {
    this("StepExecutionError", message, "workflow_execution | step_execution", null);
  }

  /**
   * @param errorType the name in Roboflow's engine, such as InvalidInputTypeError
   * @param context path-like, where it happened
   */
  public BlockException(String errorType, String message, String context, Throwable cause) {
    super(message, cause);
    this.errorType = errorType;
    this.context = context;
  }

  public String errorType() {
    return errorType;
  }

  public String context() {
    return context;
  }
}
