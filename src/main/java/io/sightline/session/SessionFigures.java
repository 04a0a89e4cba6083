package io.sightline.session;

import io.sightline.pipeline.FramePipeline;
import io.sightline.pipeline.PipelineSnapshot;
import java.time.Instant;

/** Writes a pipeline's figures as a session's snapshot. */
final class SessionFigures {
  private SessionFigures() {}

  /** What a session looks like whose pipeline is not there yet. */
  static SessionSnapshot empty(
      String id, SessionState state, Instant openedAt, double uptimeSeconds) {
    return new SessionSnapshot(
        id,
        state,
        openedAt,
        uptimeSeconds,
        false,
        SessionSnapshot.Frames.NONE,
        SessionSnapshot.Drops.NONE,
        SessionSnapshot.Rates.NONE,
        SessionSnapshot.Latency.NONE,
        SessionSnapshot.Inference.NONE,
        SessionSnapshot.Inference.NONE,
        SessionSnapshot.Video.NONE,
        SessionSnapshot.Results.NONE,
        null,
        null,
        0);
  }

  /** {@code session} with the figures of its pipeline, null where that is not there yet. */
  static SessionSnapshot with(
      SessionSnapshot session,
      FramePipeline pipeline,
      boolean connected,
      SessionSnapshot.Video video,
      Double declaredFps,
      long refusedMessages) {
    if (pipeline == null) {
      return session;
    }
    PipelineSnapshot p = pipeline.snapshot();
    double[] latency = p.latencyMillis();
    return new SessionSnapshot(
        session.id(),
        session.state(),
        session.openedAt(),
        session.uptimeSeconds(),
        connected,
        new SessionSnapshot.Frames(
            p.source().received(),
            p.processed(),
            p.source().dropped() + p.source().refused() + p.droppedPaused(),
            p.failed(),
            p.pushed()),
        new SessionSnapshot.Drops(p.source().dropped(), p.source().refused(), p.droppedPaused()),
        new SessionSnapshot.Rates(p.fpsIn(), p.fpsProcessed(), p.fpsOut()),
        new SessionSnapshot.Latency(latency[0], latency[1], latency[2]),
        new SessionSnapshot.Inference(p.inferenceMillis()[0], p.inferenceMillis()[1]),
        new SessionSnapshot.Inference(p.overheadMillis()[0], p.overheadMillis()[1]),
        video,
        new SessionSnapshot.Results(
            p.results().sent(), p.results().dropped(), p.results().bufferedBytes()),
        declaredFps,
        p.source().measuredFps(),
        refusedMessages);
  }
}
