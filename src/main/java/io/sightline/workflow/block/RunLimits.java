package io.sightline.workflow.block;

/**
 * How much the steps of a workflow may make of one frame, or of one request.
 *
 * @param elements elements of the dimensions that steps add, such as crops, all steps together
 * @param pixels of the pictures that steps make, all steps together
 * @param listLength elements of one list, object or detections that a step answers with
 * @param evaluation elements, characters and digits that one evaluation of the query language
 *     handles; a regular expression spends its size with each character
 */
public record RunLimits(int elements, long pixels, int listLength, int evaluation) {
  /** For blocks that run outside of a workflow. */
  public static final RunLimits NONE =
      new RunLimits(Integer.MAX_VALUE, Long.MAX_VALUE, Integer.MAX_VALUE, 2_000_000);
}
