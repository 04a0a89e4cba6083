package io.sightline.session;

import dev.onvoid.webrtc.RTCPeerConnectionState;
import io.sightline.datachannel.DataOutput;
import io.sightline.datachannel.ResultChannel;
import io.sightline.media.FrameSource;
import io.sightline.media.FrameSourceSnapshot;
import io.sightline.media.NativeCallbacks;
import io.sightline.media.OutboundTrack;
import io.sightline.pipeline.FramePipeline;
import io.sightline.pipeline.FrameTap;
import io.sightline.workflow.Parameters;
import io.sightline.workflow.Workflow;
import io.sightline.workflow.WorkflowEngine;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Everything that one session holds, put together in {@link #open} and released in the one order
 * that is written in {@link #close}. Used on the serial executor; the parts themselves are visible
 * to every thread.
 */
final class SessionParts {
  private static final System.Logger LOG = System.getLogger(SessionParts.class.getName());

  /**
   * Whom to tell; called on the serial executor.
   *
   * @param active the client gave a sign of life; called on any thread
   * @param left the client has closed all its data channels
   * @param refused what the client asked for is not done, all goes on
   * @param ended whatever ends the session: its source, or a limit against floods
   */
  record Listener(
      Consumer<RTCPeerConnectionState> connection,
      Negotiation.Listener negotiation,
      InboundMessages messages,
      Runnable active,
      Runnable left,
      Consumer<SessionException> refused,
      BiConsumer<EndReason, String> ended) {}

  private final SessionEnvironment environment;
  private final SessionTasks tasks;
  private final NativeCallbacks callbacks;
  private volatile Workflow workflow;
  private volatile FrameSource source;
  private volatile ResultChannel results;
  private volatile OutboundTrack video;
  private volatile FramePipeline pipeline;
  private volatile PeerConnection connection;
  private volatile FrameInlet inlet;
  private volatile DataChannels channels;
  private volatile Negotiation negotiation;
  private volatile VideoBitrate bitrate;
  private volatile StillVideo still;
  private final CompletableFuture<Void> closed = new CompletableFuture<>();
  private Farewell farewell;
  private boolean outgoingClosed;

  /**
   * @param onFailure told of each throwable that a native callback caught
   */
  SessionParts(SessionEnvironment environment, SessionTasks tasks, Consumer<Throwable> onFailure) {
    this.environment = environment;
    this.tasks = tasks;
    this.callbacks = new NativeCallbacks(failure -> tasks.execute(() -> onFailure.accept(failure)));
  }

  /** Puts everything together; what was put together before a failure, {@link #close} releases. */
  void open(String id, SessionPlan plan, SdpOffer offer, FrameTap tap, Listener listener) {
    workflow = compile(plan);
    if (plan.format() != ResultChannel.Format.PLAIN) {
      OutputNames names = outputNames();
      names.checkStream(plan.streamOutput());
      names.checkData(plan.dataOutput());
    }
    Parameters parameters = workflow.bind(plan.parameters());
    Inlets inlets = new Inlets(environment, plan, offer);
    source = inlets.frameSource();
    results = new ResultChannel(environment.settings(), plan.format());
    connection =
        new PeerConnection(
            plan.iceServers(),
            environment.reach(),
            callbacks,
            new ConnectionEvents(tasks, this::negotiation, () -> channels)
                .telling(listener.connection),
            tasks::unlessEnding);
    if (plan.videoBack() && offer.video().map(MediaSection::clientReceives).orElse(false)) {
      video = new OutboundTrack("sightline-" + id);
      connection.addVideo(video.track());
    }
    pipeline =
        new FramePipeline(
            environment.settings(),
            new FramePipeline.Parts(
                "session " + id,
                source,
                workflow,
                plan.imageInput(),
                video,
                results,
                plan.declaredFps(),
                !plan.realtime()),
            environment.frames().share());
    if (video != null) {
      still =
          new StillVideo(
              video::fill, environment.stillVideo(), environment.later(), pipeline::paused);
    }
    pipeline.streamOutput(plan.streamOutput());
    pipeline.dataOutput(DataOutput.of(plan.dataOutput()));
    pipeline.parameters(parameters);
    pipeline.tap(PlainValues.or(tap, plan.format(), results, pipeline));
    bitrate = new VideoBitrate(environment.bitrates(), plan.declaredFps());
    UploadInlet upload =
        inlets.takesFiles()
            ? inlets.upload(callbacks, source, pipeline, results, inletEvents(listener))
            : null;
    inlet = upload == null ? inlets.inlet(callbacks, source, inletEvents(listener)) : upload;
    channels =
        new DataChannels(
            callbacks,
            results,
            upload,
            listener.messages,
            listener.refused,
            flood -> listener.ended.accept(EndReason.ERROR, flood),
            () -> tasks.unlessEnding(() -> checkLeft(listener)));
    negotiation =
        new Negotiation(
            connection,
            inlet,
            environment.bitrates(),
            environment.limits(),
            plan.origin() == null,
            System::nanoTime,
            listener.negotiation);
  }

  /** Media can flow now. */
  void connected() {
    inlet.start();
    if (still != null) {
      still.start();
    }
  }

  /** Fits the outbound bitrate to what comes in now. */
  void adaptBitrate() {
    if (bitrate != null) {
      bitrate.adapt(connection.sender(), source.snapshot());
    }
  }

  /** The pipeline, null before {@link #open} has come so far. */
  FramePipeline pipeline() {
    return pipeline;
  }

  Negotiation negotiation() {
    return negotiation;
  }

  PeerConnection connection() {
    return connection;
  }

  /** Results that have left so far. */
  long resultsSent() {
    return results == null ? 0 : results.snapshot().sent();
  }

  /** What the session takes of the machine: {@code frames}, and what its connection does. */
  SessionSnapshot.Resources resources(SessionSnapshot.Resources frames) {
    if (pipeline == null) {
      return frames;
    }
    FrameSourceSnapshot in = source.snapshot();
    long waiting = results.snapshot().bufferedBytes();
    long cpu = inlet == null ? 0 : inlet.cpuNanos();
    return ConnectionMemory.added(frames, (long) in.width() * in.height(), waiting, video, cpu);
  }

  /** What the client may choose, after {@link #open}. */
  OutputChoice outputChoice(Map<String, Object> parameters) {
    return new OutputChoice(pipeline, outputNames(), video != null, parameters);
  }

  private OutputNames outputNames() {
    return new OutputNames(workflow.outputs().stream().map(Workflow.Output::name).toList());
  }

  /**
   * Lets go whoever holds frames for this session, and takes no more of them: the tasks before the
   * end may wait for that thread. From any thread.
   */
  void letGo() {
    release("frame source", source);
    if (inlet != null) {
      inlet.interrupt();
    }
  }

  /**
   * Releases everything, in this order: first nothing more comes in (callbacks, waiting frames, the
   * inlet), then the pipeline ends and its last results leave, then nothing more goes out (results,
   * channels, connection), and what the pipeline worked on goes last. Called once.
   *
   * @param last what is still said while the peer can be reached; null where it cannot
   * @return completes on the serial executor when all is released, or after {@link #abandon}
   */
  CompletionStage<Void> close(Farewell last) {
    farewell = last;
    release("callbacks", callbacks);
    release("still video", still);
    release("frame source", source);
    release("inlet", inlet);
    CompletionStage<Void> emptied =
        inlet == null ? CompletableFuture.completedStage(null) : inlet.closed();
    endOfPipeline()
        .thenCombine(emptied, (ended, empty) -> ended)
        .handleAsync(
            (done, failure) -> {
              closeOutgoing();
              release("workflow", workflow);
              release("memory of frames", inlet == null ? null : inlet::release);
              closed.complete(null);
              return null;
            },
            tasks);
    return closed;
  }

  /**
   * Waits no longer for a pipeline that does not end: nothing goes out any more, and the session is
   * closed for its client. What the pipeline works on stays until it lets go, perhaps for ever: it
   * is native memory in use. Does nothing while a result is on its way out.
   */
  void abandon() {
    tasks.execute(
        () -> {
          if (!closed.isDone() && (results == null || results.isQuietAfterClose())) {
            closeOutgoing();
            closed.complete(null);
          }
        });
  }

  private void closeOutgoing() {
    if (outgoingClosed) {
      return;
    }
    outgoingClosed = true;
    if (farewell != null) {
      release("last results", channels::drain);
      release("farewell", farewell.said()::run);
    }
    release("results", results);
    release("data channels", channels);
    release("peer connection", connection);
    release("outbound track", video);
  }

  /**
   * The end as the client hears of it.
   *
   * @param terminationReason in the last message on the data channel: "timeout_reached" or null
   * @param said called when that message has left
   */
  record Farewell(String terminationReason, Runnable said) {}

  private CompletionStage<Void> endOfPipeline() {
    if (pipeline == null) {
      return CompletableFuture.completedFuture(null);
    }
    if (farewell != null) {
      pipeline.complete(farewell.terminationReason);
    }
    return pipeline.end();
  }

  private static void release(String name, AutoCloseable part) {
    try {
      if (part != null) {
        part.close();
      }
    } catch (Exception | Error e) {
      LOG.log(System.Logger.Level.WARNING, "the " + name + " of a session did not close", e);
    }
  }

  /** On the threads of inlets: everything is enqueued. */
  private Inlets.Listener inletEvents(Listener listener) {
    return new Inlets.Listener(
        () -> tasks.unlessEnding(this::adaptBitrate),
        listener.active,
        (reason, message) -> tasks.unlessEnding(() -> listener.ended.accept(reason, message)));
  }

  private void checkLeft(Listener listener) {
    if (channels.leftByClient()) {
      listener.left.run();
    }
  }

  private Workflow compile(SessionPlan plan) {
    WorkflowEngine engine = environment.engine();
    String definition = engine.definition(plan.definition(), plan.workflowId());
    return engine.compile(definition, plan.imageInput(), plan.sinks());
  }
}
