package io.sightline.workflow.executor;

/**
 * A step that failed.
 *
 * @param blockType the identifier of its block
 */
public record StepFailure(String step, String blockType, Throwable cause) {
  /** One line for people: the step's name and the reason. */
  public String text() {
    String reason = cause.getMessage();
    return "step '%s': %s".formatted(step, reason == null ? cause.toString() : reason);
  }
}
