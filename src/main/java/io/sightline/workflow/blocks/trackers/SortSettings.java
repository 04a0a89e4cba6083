package io.sightline.workflow.blocks.trackers;

/**
 * What a {@link SortTracker} is told.
 *
 * @param overlap least overlap of a pair
 * @param consecutive sightings until a track has an identity
 * @param patience frames that a lost track is kept
 * @param activation least confidence of a detection that starts a track
 */
record SortSettings(double overlap, int consecutive, int patience, double activation) {}
