package io.sightline.session;

import io.sightline.pipeline.FramePipeline;
import io.sightline.pipeline.PipelineSnapshot;
import java.time.Instant;
import java.util.List;

/** Writes a pipeline's figures as a session's snapshot. */
public final class SessionFigures {
  private SessionFigures() {}

  /** What a session looks like whose pipeline is not there yet. */
  public static SessionSnapshot empty(
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
        0,
        SessionSnapshot.Resources.NONE,
        List.of());
  }

  /** {@code session} with the figures of its pipeline, null where that is not there yet. */
  static SessionSnapshot with(
      SessionSnapshot session,
      FramePipeline pipeline,
      boolean connected,
      SessionSnapshot.Video video,
      Double declaredFps,
      long refusedMessages) {
    return pipeline == null
        ? session
        : with(session, pipeline.snapshot(), connected, video, declaredFps, refusedMessages);
  }

  /** {@code session} with figures of a pipeline. */
  public static SessionSnapshot with(
      SessionSnapshot session,
      PipelineSnapshot p,
      boolean connected,
      SessionSnapshot.Video video,
      Double declaredFps,
      long refusedMessages) {
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
        refusedMessages,
        resources(p),
        session.updates());
  }

  /** A frame in planes has a byte and a half for each pixel. */
  private static SessionSnapshot.Resources resources(PipelineSnapshot p) {
    int waiting = p.source().waiting();
    int frames = waiting + (p.workingSinceNanos() == null ? 0 : 1);
    long bytes = frames * (long) p.source().width() * p.source().height() * 3 / 2;
    return new SessionSnapshot.Resources(
        waiting,
        frames + p.pictures().held(),
        bytes + p.pictures().bytes(),
        0,
        p.cpuNanos() / 1e9,
        0);
  }
}
