package io.sightline.pipelines;

import io.sightline.session.EndReason;
import io.sightline.session.LiveSession;
import io.sightline.session.SessionEvent;
import io.sightline.session.SessionSnapshot;
import io.sightline.session.SessionState;
import io.sightline.stream.BufferConsumption;
import io.sightline.stream.BufferFilling;
import io.sightline.stream.OperationNotAllowed;
import io.sightline.stream.StreamReport;
import io.sightline.stream.StreamResult;
import io.sightline.stream.StreamState;
import io.sightline.stream.StreamUpdates;
import java.util.List;
import java.util.function.Consumer;

/** A pipeline whose one source is a browser's video: a session like any other, and its results. */
final class PeerPipeline implements ManagedPipeline, Consumer<SessionEvent> {
  private static final double MILLIS = 1000;

  private final PeerResults results;
  private final StreamUpdates updates = new StreamUpdates();
  private volatile LiveSession session;
  private StreamState told = StreamState.NOT_STARTED;

  PeerPipeline(PeerResults results) {
    this.results = results;
  }

  /** The session, once it is there. */
  void of(LiveSession opened) {
    session = opened;
    opened.closed().whenComplete((done, failure) -> results.buffer().close());
  }

  /** The session's events: its states are the source's. */
  @Override
  public synchronized void accept(SessionEvent event) {
    if (event instanceof SessionEvent.StatusReported status) {
      become(state(status.snapshot().state()));
    } else if (event instanceof SessionEvent.Ended ended) {
      become(ended.reason() == EndReason.ERROR ? StreamState.ERROR : StreamState.ENDED);
    }
  }

  @Override
  public String id() {
    return session.id();
  }

  @Override
  public void mute() {
    require("MUTE", SessionState.RUNNING);
    session.pause();
  }

  @Override
  public void resume() {
    require("RESUME", SessionState.PAUSED);
    session.resume();
  }

  @Override
  public StreamReport report() {
    SessionSnapshot now = session.snapshot();
    boolean some = now.frames().processed() > 0;
    double inference = now.inferenceMillis().p50() / MILLIS;
    double whole = now.latencyMillis().p50() / MILLIS;
    StreamReport.Latency latency =
        some
            ? new StreamReport.Latency(
                PeerResults.SOURCE, Math.max(0, whole - inference), inference, whole)
            : new StreamReport.Latency(PeerResults.SOURCE, null, null, null);
    Double fps = now.declaredFps() == null ? now.measuredFps() : now.declaredFps();
    return new StreamReport(
        updates.all(),
        List.of(latency),
        now.fps().processed(),
        List.of(
            new StreamReport.SourceReport(
                PeerResults.SOURCE,
                "webrtc",
                new StreamReport.Properties(null, null, -1, false, fps, false, null),
                1,
                state(now.state()),
                BufferFilling.DROP_OLDEST,
                BufferConsumption.EAGER)));
  }

  @Override
  public StreamResult consume() {
    return results.buffer().poll();
  }

  @Override
  public long memory() {
    SessionSnapshot.Resources now = session.snapshot().resources();
    return now.pictureBytes() + now.connectionBytes();
  }

  @Override
  public void terminate() {
    session.end(EndReason.CLIENT, "the client terminated the pipeline");
  }

  private void become(StreamState next) {
    if (next != told) {
      updates.state(told, next, PeerResults.SOURCE);
      told = next;
    }
  }

  private void require(String operation, SessionState state) {
    SessionState now = session.snapshot().state();
    if (now != state) {
      throw new OperationNotAllowed(operation, state(now));
    }
  }

  private static StreamState state(SessionState state) {
    return switch (state) {
      case NEW, CONNECTING -> StreamState.INITIALISING;
      case RUNNING -> StreamState.RUNNING;
      case PAUSED -> StreamState.MUTED;
      case CLOSING -> StreamState.TERMINATING;
      case CLOSED -> StreamState.ENDED;
    };
  }
}
