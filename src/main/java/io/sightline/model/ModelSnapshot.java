package io.sightline.model;

/**
 * A model as seen from outside.
 *
 * @param state "idle" before anybody asked for it, "loading", "ready", "failed" or "closed"
 * @param problem why it failed, or why a newer version of it was refused; else null
 * @param task such as object-detection, null unless ready
 * @param classes how many classes it tells apart, 0 unless ready
 * @param calls runs since the start, warm-up left out
 * @param millisP50 median time of the last runs, milliseconds, 0 before the first
 */
public record ModelSnapshot(
    String id,
    String state,
    String problem,
    String task,
    int classes,
    long calls,
    double millisP50) {}
