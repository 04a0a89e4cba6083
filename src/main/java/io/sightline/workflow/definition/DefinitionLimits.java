package io.sightline.workflow.definition;

/**
 * Bounds of a definition.
 *
 * @param maxBytes of the text in UTF-8
 * @param maxSteps of the lists of inputs, steps and outputs, each
 * @param maxNesting of objects and arrays in each other
 * @param maxList elements of any list or object
 */
public record DefinitionLimits(int maxBytes, int maxSteps, int maxNesting, int maxList) {}
