package io.sightline.pipelines;

import io.sightline.session.EndReason;
import io.sightline.session.LiveSession;
import io.sightline.session.SessionEvent;
import io.sightline.session.SessionSnapshot;
import io.sightline.session.SessionState;
import io.sightline.session.Severity;
import io.sightline.session.StatusUpdate;
import io.sightline.stream.BufferConsumption;
import io.sightline.stream.BufferFilling;
import io.sightline.stream.OperationNotAllowed;
import io.sightline.stream.StreamReport;
import io.sightline.stream.StreamResult;
import io.sightline.stream.StreamState;
import io.sightline.stream.StreamUpdates;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A pipeline whose one source is a browser's video: a session like any other, and its results. */
final class PeerPipeline implements ManagedPipeline, Consumer<SessionEvent> {
  private static final double MILLIS = 1000;
  private static final String FAILED = "INFERENCE_ERROR";

  private final PeerResults results;
  private final StreamUpdates updates = new StreamUpdates();
  private volatile LiveSession session;
  private StreamState told = StreamState.NOT_STARTED;
  private boolean shown;

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
        updates(now.updates()),
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
    if (next == told) {
      return;
    }
    if (told == StreamState.NOT_STARTED) {
      updates.pipeline("INFERENCE_THREAD_STARTED");
    }
    if (next == StreamState.RUNNING && !shown) {
      shown = true;
      updates.source("VIDEO_CONSUMPTION_STARTED", PeerResults.SOURCE);
    }
    updates.state(told, next, PeerResults.SOURCE);
    told = next;
  }

  /** The pipeline's own, and what failed in its session, as they happened. */
  private List<StatusUpdate> updates(List<StatusUpdate> ofSession) {
    return Stream.concat(
            updates.all().stream(),
            ofSession.stream().filter(u -> u.eventType().equals(FAILED)).map(PeerPipeline::failed))
        .sorted(Comparator.comparing(StatusUpdate::timestamp))
        .toList();
  }

  private static StatusUpdate failed(StatusUpdate update) {
    Map<String, Object> payload = new LinkedHashMap<>();
    payload.put("error_type", "StepExecutionError");
    payload.putAll(update.payload());
    payload.put("error_context", "inference_thread");
    return new StatusUpdate(update.timestamp(), Severity.ERROR, FAILED, payload, update.context());
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
