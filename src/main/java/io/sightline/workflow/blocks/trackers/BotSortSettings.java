package io.sightline.workflow.blocks.trackers;

/**
 * What a {@link BotSortTracker} is told.
 *
 * @param overlap least overlap times confidence of a pair with a sure detection
 * @param unsureOverlap least overlap of a pair with an unsure detection
 * @param newOverlap least overlap times confidence of a pair with a track one frame old
 * @param consecutive sightings until a track has an identity
 * @param patience frames that a lost track is kept
 * @param activation least confidence of a detection that starts a track
 * @param high least confidence of a sure detection
 * @param instant whether the tracks of the first frame have identities at once
 */
record BotSortSettings(
    double overlap,
    double unsureOverlap,
    double newOverlap,
    int consecutive,
    int patience,
    double activation,
    double high,
    boolean instant) {}
