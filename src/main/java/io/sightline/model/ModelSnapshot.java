package io.sightline.model;

/**
 * A model as seen from outside.
 *
 * @param state "loading", "ready" or "failed"
 * @param problem null unless failed
 * @param calls runs since the start
 * @param millisP50 median time of a run, milliseconds, 0 before the first
 */
public record ModelSnapshot(
    String id, String state, String problem, int classes, long calls, double millisP50) {}
