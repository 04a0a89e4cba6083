package io.sightline.workflow.executor;

/** A value that a caller hands in is missing or wrong: RuntimeInputError in Roboflow's engine. */
public class InputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Where inputs are checked. */
  public static final String CONTEXT = "workflow_execution | runtime_input_validation";

  public InputException(String message, Throwable cause) {
    super(message, cause);
  }
}
