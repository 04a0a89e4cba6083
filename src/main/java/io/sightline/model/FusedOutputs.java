package io.sightline.model;

/**
 * Where a network with suppression inside gives what.
 *
 * @param count which output tells how many boxes count; -1 where all do
 */
record FusedOutputs(int boxes, int scores, int classes, int count) {}
