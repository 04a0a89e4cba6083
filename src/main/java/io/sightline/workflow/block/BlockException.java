package io.sightline.workflow.block;

/** A block cannot run, or a value is not what the block can use. */
public class BlockException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String errorType;
  private final String context;
  private final String innerType;

  /** A step that failed for a reason of its own. */
  public BlockException(String message) {
    this("StepExecutionError", message, "workflow_execution | step_execution", null);
  }

  /**
   * @param errorType the name in Roboflow's engine, such as InvalidInputTypeError
   * @param context path-like, where it happened
   */
  public BlockException(String errorType, String message, String context, Throwable cause) {
    this(errorType, message, context, null, cause);
  }

  /**
   * @param innerType the name of what lies below, null where the error's own name says all
   */
  public BlockException(
      String errorType, String message, String context, String innerType, Throwable cause) {
    super(message, cause);
    this.errorType = errorType;
    this.context = context;
    this.innerType = innerType;
  }

  public String errorType() {
    return errorType;
  }

  public String context() {
    return context;
  }

  /** The name of what lies below, such as TypeError; null where there is none. */
  public String innerType() {
    return innerType;
  }
}
