package io.sightline.pipeline;

import io.sightline.datachannel.DataOutput;
import io.sightline.datachannel.ResultChannel;
import io.sightline.datachannel.ResultMessage;
import io.sightline.media.FrameSource;
import io.sightline.media.FrameSourceSnapshot;
import io.sightline.media.InboundFrame;
import io.sightline.media.OutboundTrack;
import io.sightline.settings.Settings;
import io.sightline.vision.Image;
import io.sightline.vision.ImagePool;
import io.sightline.vision.ImageScope;
import io.sightline.workflow.Parameters;
import io.sightline.workflow.Workflow;
import io.sightline.workflow.WorkflowResult;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongConsumer;

/**
 * One session's loop over frames: take the frame, run the workflow, send the result, push the
 * image, count. Starts working with the first frame that its source announces.
 *
 * <p>Closes nothing that it was given: source, workflow, track and channel end with the session,
 * after {@link #end()} has said that no frame is being processed any more.
 */
public final class FramePipeline implements AutoCloseable {
  /**
   * What the loop works on.
   *
   * @param name whose frames these are, for the log
   * @param imageInput name of the workflow's input that the frames go to
   * @param video null where the client wants no video back
   * @param declaredFps frames a second that the client declared, null to measure
   * @param ackPacing true in every-frame mode: frames ahead of the client's last ack wait
   */
  public record Parts(
      String name,
      FrameSource source,
      Workflow workflow,
      String imageInput,
      OutboundTrack video,
      ResultChannel results,
      Double declaredFps,
      boolean ackPacing) {}

  private static final System.Logger LOG = System.getLogger(FramePipeline.class.getName());

  /** Pictures of one frame that wait for the next: the frame, its annotated copies, a spare. */
  private static final int IDLE_PICTURES = 4;

  private final FrameSource source;
  private final Work work;
  private final Ends ends;
  private final String picture;
  private final SourceDescription description;
  private final AckWindow acks;
  private final StreamOutput stream;
  private final ImagePool pool = new ImagePool(IDLE_PICTURES);
  private final Figures figures = new Figures();
  private final PipelineLog log;
  private final TasksInFlight tasks;
  private final AtomicBoolean turnPending = new AtomicBoolean();
  private final EndMessage endMessage;
  private volatile DataOutput selection = DataOutput.NONE;
  private volatile Parameters parameters;
  private volatile FrameTap tap = FrameTap.NONE;
  private volatile boolean paused;
  private volatile boolean sourceEnded;

  /** Touched by the loop only. */
  private long frameId;

  private boolean messageSent;

  public FramePipeline(Settings settings, Parts parts, Executor frames) {
    this(settings, parts, Work.of(parts.workflow), Ends.of(parts), frames);
  }

  FramePipeline(Settings settings, Parts parts, Work work, Ends ends, Executor frames) {
    source = parts.source;
    this.work = work;
    this.ends = ends;
    picture = parts.imageInput + ".[0]";
    description = new SourceDescription(source, parts.declaredFps);
    acks = new AckWindow(settings, parts.ackPacing);
    stream = new StreamOutput(work.outputs(), ends.video() != null);
    log = new PipelineLog(settings, parts.name);
    tasks = new TasksInFlight(new SerialExecutor(frames));
    endMessage = new EndMessage(ends.results(), tasks);
    source.onAvailable(this::frameArrived);
  }

  /**
   * Which output feeds the video from the next frame on: null picks the first image, an empty list
   * the frame as it came in, else the first name counts.
   */
  public void streamOutput(List<String> names) {
    stream.names(names);
  }

  /** No picture goes out from the next frame on, until an output is chosen again. */
  public void withoutVideo() {
    stream.none();
  }

  public List<String> streamOutput() {
    return stream.names();
  }

  public void dataOutput(DataOutput newSelection) {
    selection = newSelection;
  }

  public DataOutput dataOutput() {
    return selection;
  }

  /** Who else sees the frames from the next one on. */
  public void tap(FrameTap newTap) {
    tap = newTap;
  }

  /** New values of the workflow's parameters from the next frame on. */
  public void parameters(Parameters newParameters) {
    parameters = newParameters;
  }

  /** Checks and binds values against this pipeline's workflow. */
  public Parameters bind(Map<String, Object> values) {
    return work.bind().apply(values);
  }

  /** Frames are dropped while paused; the last picture stays. */
  public void pause() {
    paused = true;
    requestTurn();
  }

  public void resume() {
    paused = false;
    requestTurn();
  }

  public boolean paused() {
    return paused;
  }

  /** The client has handled all frames up to this id. */
  public void acknowledge(long handled) {
    acks.acknowledge(handled);
    requestTurn();
  }

  /**
   * Sends the message of the end on the data channel, after the frame that is being processed. Only
   * the first call does.
   *
   * @param terminationReason "timeout_reached" or null
   */
  public void complete(String terminationReason) {
    endMessage.send(() -> frameId, terminationReason);
  }

  /**
   * The frames are a file's; called before the first of them.
   *
   * @param fps frames a second that the file says, null where it does not
   */
  public void playFile(Double fps) {
    description.file(fps);
  }

  /**
   * No further frame will come: the message of the end follows the last one.
   *
   * @return completes when that message has been sent, or never will be
   */
  public CompletionStage<Void> sourceEnded() {
    sourceEnded = true;
    requestTurn();
    return endMessage.said();
  }

  /** Whether every frame that its source has taken in is done with, its result included. */
  public boolean isIdle() {
    FrameSourceSnapshot in = source.snapshot();
    return in.received() - in.dropped() <= figures.handled();
  }

  public PipelineSnapshot snapshot() {
    return figures.snapshot(
        source.snapshot(),
        ends.resultFigures().get(),
        new PipelineSnapshot.Pictures(pool.held(), pool.heldBytes()),
        0);
  }

  /** Writes queues and times to the log where that is asked for and due, also without frames. */
  public void report() {
    log.ifDue(this::snapshot);
  }

  /** Ends the loop; the stage completes when no frame is being processed any more. Idempotent. */
  public CompletionStage<Void> end() {
    CompletionStage<Void> end = tasks.end();
    end.thenRun(pool::close);
    return end;
  }

  /** As {@link #end()}, without waiting. */
  @Override
  public void close() {
    end();
  }

  private void frameArrived() {
    figures.arrived();
    requestTurn();
  }

  /** Sees to it that a turn starts after now; several requests before it are one. */
  private void requestTurn() {
    if (!tasks.ended() && turnPending.compareAndSet(false, true) && !tasks.run(this::turn)) {
      turnPending.set(false);
    }
  }

  /** At most one frame, then the thread goes back, so that the sessions take turns. */
  private void turn() {
    turnPending.set(false);
    if (sourceEnded && source.snapshot().waiting() == 0) {
      complete(null);
      return;
    }
    if (tasks.ended() || !paused && !acks.allows(frameId + 1)) {
      return;
    }
    InboundFrame frame = source.take();
    if (frame == null) {
      return;
    }
    try {
      if (paused || !tap.takes()) {
        figures.dropped();
      } else {
        work(frame);
      }
    } finally {
      frame.release();
      if (sourceEnded || source.snapshot().waiting() > 0) {
        requestTurn();
      }
    }
  }

  /** Numbers the frame and counts it, whatever happens on its path. */
  private void work(InboundFrame frame) {
    frameId++;
    messageSent = false;
    long started = figures.started();
    long inference = 0;
    boolean failed = true;
    try {
      Outcome outcome = process(frame);
      inference = outcome.inferenceNanos;
      failed = outcome.failed;
    } catch (RuntimeException | Error e) {
      fail(frame, e);
    }
    figures.worked(frame.arrivalNanos(), started, inference, failed);
    report();
  }

  /** The whole path of a frame: picture, workflow, choice, result, video. */
  private Outcome process(InboundFrame frame) {
    try (ImageScope scope = new ImageScope(pool)) {
      Image input = scope.adopt(frame.toImage(pool, picture, description.metadata(frame, frameId)));
      WorkflowResult result = work.on(input, parameters, scope);
      List<String> toDraw = tap.put(input.video(), result.outputs());
      StreamOutput.Choice choice = stream.choose(input, result, toDraw, scope);
      LongConsumer send = pts -> send(frame, pts, result.outputs(), choice.errors());
      if (choice.image() == null) {
        send.accept(frame.pts());
      } else {
        ends.video().accept(choice.image(), send);
        figures.pushed();
      }
      return new Outcome(result.inferenceNanos(), choice.failed());
    }
  }

  /** A frame that cannot be converted, shown or sent out; the client is told where it can be. */
  private void fail(InboundFrame frame, Throwable reason) {
    LOG.log(System.Logger.Level.DEBUG, "frame " + frameId + " failed", reason);
    if (!messageSent) {
      try {
        send(frame, frame.pts(), Map.of(), List.of(Work.message(reason)));
      } catch (RuntimeException | Error e) {
        LOG.log(System.Logger.Level.DEBUG, "the failure cannot be told", e);
      }
    }
  }

  private void send(
      InboundFrame frame, long pts, Map<String, Object> outputs, List<String> errors) {
    messageSent = true;
    if (!errors.isEmpty()) {
      figures.error(errors.get(0));
    }
    boolean left =
        ends.results()
            .test(
                new ResultMessage(
                    frameId,
                    outputs,
                    selection,
                    frame.receivedAt(),
                    pts,
                    description.declaredFps(),
                    frame.width(),
                    frame.height(),
                    errors,
                    false,
                    null));
    if (!left) {
      acks.missed(frameId);
    }
  }

  /** What one frame's path leaves behind for the figures. */
  private record Outcome(long inferenceNanos, boolean failed) {}
}
