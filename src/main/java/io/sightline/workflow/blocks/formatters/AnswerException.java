package io.sightline.workflow.blocks.formatters;

/** A language model's answer has not the parts that it should have. */
final class AnswerException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  AnswerException(String message) {
    super(message, null, false, false);
  }
}
