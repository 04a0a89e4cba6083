package io.sightline.workflow.executor;

/** A step's block cannot be made on this server; the cause says why. */
public class StepException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String step;
  private final String blockType;

  public StepException(String step, String blockType, Throwable cause) {
    super(cause.getMessage() == null ? cause.toString() : cause.getMessage(), cause);
    this.step = step;
    this.blockType = blockType;
  }

  public String step() {
    return step;
  }

  public String blockType() {
    return blockType;
  }
}
