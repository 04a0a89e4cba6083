package io.sightline.workflow.block;

/**
 * How much the steps of a workflow may make of one frame, or of one request, all together.
 *
 * @param elements elements of the dimensions that steps add, such as crops
 * @param pixels of the pictures that steps make
 */
public record RunLimits(int elements, long pixels) {
  /** For blocks that run outside of a workflow. */
  public static final RunLimits NONE = new RunLimits(Integer.MAX_VALUE, Long.MAX_VALUE);
}
