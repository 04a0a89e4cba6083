package io.sightline.workflow.block;

/**
 * What one step may make of one element; a block asks for it with {@link BlockContext#resource}.
 *
 * @param elements of a dimension that it adds, such as crops of one picture
 * @param listLength values of a list that it answers with or keeps
 */
public record BlockLimits(int elements, int listLength) {}
