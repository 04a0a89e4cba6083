package io.sightline.workflow.executor;

/**
 * One value for each input of a graph, and one for each field that takes a parameter.
 *
 * @param values in the order of the graph's inputs; batches where the input has dimensions
 * @param bound in the order of the graph's substitutions
 * @param batchSize images of this run
 */
public record RuntimeInputs(Object[] values, Object[] bound, int batchSize) {}
