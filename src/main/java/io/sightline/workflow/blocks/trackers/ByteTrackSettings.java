package io.sightline.workflow.blocks.trackers;

/**
 * What a {@link ByteTrack} is told.
 *
 * @param activation least confidence of a sure detection; a new track needs 0.1 more
 * @param matching greatest cost of a pair of a track and a sure detection, 0 to 1
 * @param consecutive frames in a row until a track has an identity
 * @param patience frames that a lost track is kept
 */
record ByteTrackSettings(double activation, double matching, int consecutive, int patience) {}
