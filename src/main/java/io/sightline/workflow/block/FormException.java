package io.sightline.workflow.block;

/** A value is not written as its field wants it; the message says what would be right. */
public class FormException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public FormException(String message) {
    super(message, null, false, false);
  }
}
