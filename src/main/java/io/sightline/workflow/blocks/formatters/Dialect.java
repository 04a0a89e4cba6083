package io.sightline.workflow.blocks.formatters;

/** How a language model tells of the objects that it finds. */
@FunctionalInterface
interface Dialect {
  /**
   * Adds what an answer tells of.
   *
   * @param answer a map or a list
   * @throws AnswerException where it lacks a part
   */
  void read(Object answer, DetectionAnswers found);
}
