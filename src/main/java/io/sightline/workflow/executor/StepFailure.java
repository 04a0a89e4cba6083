package io.sightline.workflow.executor;

/**
 * A step that failed.
 *
 * @param blockType the identifier of its block
 */
public record StepFailure(String step, String blockType, Throwable cause) {
  /** Why, without the step's name. */
  public String reason() {
    return cause.getMessage() == null ? cause.toString() : cause.getMessage();
  }

  /** One line for people: the step's name and the reason. */
  public String text() {
    return "step '%s': %s".formatted(step, reason());
  }
}
