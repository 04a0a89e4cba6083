package io.sightline.stream;

import io.sightline.datachannel.ResultChannelSnapshot;
import io.sightline.media.FrameSourceSnapshot;
import io.sightline.pipeline.Figures;
import io.sightline.pipeline.PipelineLog;
import io.sightline.pipeline.PipelineSnapshot;
import io.sightline.pipeline.SerialExecutor;
import io.sightline.pipeline.TasksInFlight;
import io.sightline.session.EndReason;
import io.sightline.session.Expiry;
import io.sightline.session.OpenSession;
import io.sightline.session.SessionEnd;
import io.sightline.session.SessionFigures;
import io.sightline.session.SessionSnapshot;
import io.sightline.session.SessionState;
import io.sightline.workflow.Workflow;
import io.sightline.workflow.WorkflowEngine;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A session without a browser: frames of captured sources go in rounds through a workflow, and what
 * it gives waits to be consumed. Made whole or not at all; {@link #start} begins.
 */
public final class InferencePipeline implements OpenSession {
  private static final System.Logger LOG = System.getLogger(InferencePipeline.class.getName());

  private final String id = UUID.randomUUID().toString();
  private final Instant openedAt = Instant.now();
  private final StreamEnvironment environment;
  private final StreamUpdates updates = new StreamUpdates();
  private final Figures figures = new Figures();
  private final PipelineLog log;
  private final SessionEnd end;
  private final StreamTimes times;
  private final ResultBuffer results;
  private final StreamSources sources;
  private final Rounds rounds;
  private final RoundWork work;
  private final TasksInFlight tasks;
  private final List<LatencyMonitor> latencies;
  private final AtomicBoolean turnPending = new AtomicBoolean();
  private final AtomicLong pixelsInWork = new AtomicLong();
  private final AtomicBoolean alarmSet = new AtomicBoolean();
  private volatile SessionState state = SessionState.NEW;

  /**
   * Checks everything and compiles the workflow; may take its time, as loading a model does.
   *
   * @throws io.sightline.media.capture.SourceNotAllowed where a source is not permitted
   * @throws io.sightline.media.capture.CaptureException where one is no reference to a video
   * @throws io.sightline.workflow.WorkflowException where the workflow or a parameter is wrong
   */
  public InferencePipeline(StreamEnvironment environment, StreamOptions options) {
    this.environment = environment;
    StreamLimits limits = environment.limits();
    StreamOptions.Sources from = options.sources();
    log = new PipelineLog(environment.settings(), "pipeline " + id);
    end = new SessionEnd(limits.close(), System::nanoTime);
    times = new StreamTimes(limits, options.consumption(), System::nanoTime);
    results = new ResultBuffer(options.results(), limits.resultBytes());
    sources = StreamSources.of(environment, from, updates, this::arrived, this::changed);
    int count = sources.all().size();
    latencies = sources.all().stream().map(s -> new LatencyMonitor(s.id())).toList();
    boolean limited = from.maxFps() != null && !limits.rateDrops();
    Double perRound = limited ? Double.valueOf(from.maxFps() / count) : null;
    rounds =
        new Rounds(
            sources.all(),
            from.collection(),
            new FrameRateLimit(perRound, System::nanoTime),
            System::nanoTime);
    tasks = new TasksInFlight(new SerialExecutor(environment.frames()));
    work = work(options.work(), count);
  }

  /** Begins to capture. */
  public void start() {
    if (!end.begun()) {
      state = SessionState.CONNECTING;
      updates.pipeline("INFERENCE_THREAD_STARTED");
      LOG.log(
          System.Logger.Level.INFO,
          "pipeline {0} begins, sources: {1}",
          id,
          sources.all().stream().map(source -> source.report().reference()).toList());
      try {
        sources.start(environment.captures());
      } catch (RejectedExecutionException e) {
        end(EndReason.DRAINED, "the server stops");
      }
    }
  }

  @Override
  public String id() {
    return id;
  }

  /**
   * What comes is dropped from now on.
   *
   * @throws OperationNotAllowed where no source runs
   */
  @Override
  public void pause() {
    sources.mute();
  }

  /**
   * @throws OperationNotAllowed where no source is muted
   */
  @Override
  public void resume() {
    sources.resume();
  }

  /** The oldest result that waits, which the caller closes; null where none does. */
  public StreamResult consume() {
    StreamResult result = results.poll();
    if (result != null) {
      times.consumed();
    }
    return result;
  }

  /** Results that nobody has consumed in time. */
  public long droppedResults() {
    return results.dropped();
  }

  public StreamReport report() {
    return new StreamReport(
        updates.all(),
        latencies.stream().map(LatencyMonitor::report).toList(),
        pipeline().fpsProcessed(),
        sources.all().stream().map(StreamSource::report).toList());
  }

  @Override
  public void refresh() {
    if (end.begun()) {
      if (end.watch(id, shown())) {
        end.complete();
      }
    } else {
      log.ifDue(this::pipeline);
      changed();
    }
  }

  @Override
  public Optional<Expiry> expiry() {
    return end.begun()
        ? Optional.empty()
        : times.expiry(pipeline().workingSinceNanos(), results.isEmpty());
  }

  @Override
  public SessionSnapshot snapshot() {
    return SessionFigures.with(
        SessionFigures.empty(id, end.shown(shown()), openedAt, times.uptimeSeconds()),
        pipeline(),
        sources.anyLive(),
        SessionSnapshot.Video.NONE,
        null,
        0);
  }

  @Override
  public CompletionStage<Void> end(EndReason reason, String message) {
    if (end.begin()) {
      LOG.log(System.Logger.Level.INFO, "pipeline {0} ends: {1}", id, message);
      sources.close();
      tasks.end().thenCombine(sources.done(), (a, b) -> a).whenComplete((a, b) -> release());
    }
    return end.closed();
  }

  @Override
  public CompletionStage<Void> closed() {
    return end.closed();
  }

  private RoundWork work(StreamOptions.Work options, int count) {
    Workflow workflow = null;
    try {
      WorkflowEngine engine = environment.engine();
      String definition = engine.definition(options.definition(), options.workflowId());
      workflow = engine.compile(definition, options.imageInput(), options.sinks());
      return new RoundWork(workflow, options, count, results, updates);
    } catch (RuntimeException | Error e) {
      if (workflow != null) {
        workflow.close();
      }
      sources.release();
      throw e;
    }
  }

  private void arrived() {
    figures.arrived();
    changed();
  }

  /** On any thread: there may be a round to work on. Several calls before it are one. */
  private void changed() {
    if (!tasks.ended() && turnPending.compareAndSet(false, true) && !tasks.run(this::turn)) {
      turnPending.set(false);
    }
  }

  /** At most one round, then the thread goes back, so that sessions take turns. */
  private void turn() {
    turnPending.set(false);
    if (tasks.ended()) {
      return;
    }
    Rounds.Step step = rounds.next();
    if (!step.frames().isEmpty()) {
      work(step.frames());
      changed();
    } else if (rounds.exhausted()) {
      if (times.finish()) {
        updates.pipeline("INFERENCE_THREAD_FINISHED");
      }
    } else if (step.waitNanos() > 0 && alarmSet.compareAndSet(false, true)) {
      environment.later().accept(this::alarm, Duration.ofNanos(step.waitNanos()));
    }
  }

  private void alarm() {
    alarmSet.set(false);
    changed();
  }

  private void work(List<StreamFrame> frames) {
    state = SessionState.RUNNING;
    long began = figures.started();
    long inference = -1;
    pixelsInWork.set(frames.stream().mapToLong(StreamFrame::pixels).sum());
    try {
      inference = work.on(frames);
    } finally {
      long ended = System.nanoTime();
      for (StreamFrame frame : frames) {
        long arrived = frame.frame().arrivalNanos();
        figures.worked(arrived, began, Math.max(0, inference), inference < 0);
        latencies.get(frame.source()).done(arrived, began, ended);
        frame.release();
      }
      pixelsInWork.set(0);
    }
    log.ifDue(this::pipeline);
  }

  private void release() {
    work.close();
    sources.release();
    results.close();
    state = SessionState.CLOSED;
    end.complete();
  }

  private SessionState shown() {
    return state == SessionState.RUNNING && sources.anyMuted() ? SessionState.PAUSED : state;
  }

  private PipelineSnapshot pipeline() {
    long received = 0;
    long dropped = 0;
    int waiting = 0;
    long pixels = pixelsInWork.get();
    long cpu = 0;
    for (StreamSource source : sources.all()) {
      received += source.buffer().received();
      dropped += source.buffer().dropped();
      waiting += source.buffer().waiting();
      pixels += source.buffer().pixels();
      cpu += source.cpuNanos();
    }
    PipelineSnapshot.Pictures made = work.pictures();
    return figures.snapshot(
        new FrameSourceSnapshot(received, dropped, 0, waiting, null, 0, 0),
        new ResultChannelSnapshot(results.added(), results.dropped(), 0, results.bytes()),
        new PipelineSnapshot.Pictures(made.held(), made.bytes() + pixels * 3 / 2),
        cpu);
  }
}
