package io.sightline.admin;

import io.sightline.session.SessionSnapshot;

/**
 * A session's snapshot in types that JMX carries.
 *
 * @param state the word of the signaling protocol: connecting, running, paused and so on
 * @param openedAt ISO 8601, UTC
 * @param latencyMillis arrival to push
 * @param inferenceMillis inside models, for each frame
 * @param overheadMillis on the pipeline's thread outside models, for each frame
 */
public record SessionRow(
    String id,
    String state,
    String openedAt,
    double uptimeSeconds,
    boolean connected,
    SessionSnapshot.Frames frames,
    SessionSnapshot.Rates fps,
    SessionSnapshot.Latency latencyMillis,
    SessionSnapshot.Inference inferenceMillis,
    SessionSnapshot.Inference overheadMillis,
    SessionSnapshot.Video video,
    SessionSnapshot.Results results,
    SessionSnapshot.Resources resources) {
  static SessionRow of(SessionSnapshot s) {
    return new SessionRow(
        s.id(),
        s.state().wireName(),
        s.openedAt().toString(),
        s.uptimeSeconds(),
        s.connected(),
        s.frames(),
        s.fps(),
        s.latencyMillis(),
        s.inferenceMillis(),
        s.overheadMillis(),
        s.video(),
        s.results(),
        s.resources());
  }
}
