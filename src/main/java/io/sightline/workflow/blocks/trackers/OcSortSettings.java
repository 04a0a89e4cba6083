package io.sightline.workflow.blocks.trackers;

/**
 * What an {@link OcSortTracker} is told.
 *
 * @param overlap least overlap of a pair
 * @param consecutive frames in a row until a track has an identity
 * @param patience frames that a lost track is kept
 * @param high least confidence of a detection that is looked at
 * @param direction weight of the direction beside the overlap
 * @param lookBack frames by which directions are measured
 */
record OcSortSettings(
    double overlap, int consecutive, int patience, double high, double direction, int lookBack) {}
