package io.sightline.stream;

/** What was asked of a pipeline cannot be done in the state that its sources are in. */
public final class OperationNotAllowed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param operation such as MUTE
   */
  public OperationNotAllowed(String operation, Object states) {
    super("Could not %s stream in state: %s".formatted(operation, states));
  }
}
