package io.sightline.pipeline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onvoid.webrtc.media.video.NativeI420Buffer;
import dev.onvoid.webrtc.media.video.VideoFrame;
import io.sightline.datachannel.DataOutput;
import io.sightline.datachannel.ResultChannelSnapshot;
import io.sightline.datachannel.ResultMessage;
import io.sightline.media.FrameQueue;
import io.sightline.media.FrameSource;
import io.sightline.media.InboundFrame;
import io.sightline.media.LatestFrame;
import io.sightline.media.MediaException;
import io.sightline.media.WebRtc;
import io.sightline.settings.ReferenceFile;
import io.sightline.settings.Settings;
import io.sightline.vision.Image;
import io.sightline.vision.ImagePool;
import io.sightline.workflow.Parameters;
import io.sightline.workflow.Workflow.Output;
import io.sightline.workflow.WorkflowResult;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class FramePipelineTest {
  private static final Settings SETTINGS = new ReferenceFile(Map.of()).settings();

  private final ArrayDeque<Runnable> shared = new ArrayDeque<>();
  private final List<String> events = new ArrayList<>();
  private final List<ResultMessage> messages = new ArrayList<>();
  private final List<InboundFrame> frames = new ArrayList<>();
  private Settings settings = SETTINGS;
  private FrameSource source = new LatestFrame(SETTINGS, 10);
  private Work.Run workflow =
      (image, parameters, scope) ->
          new WorkflowResult(Map.of("picture", scope.copy(image)), List.of(), 1_000_000);
  private boolean failToPush;
  private boolean video = true;
  private boolean left = true;

  @AfterEach
  void close() {
    source.close();
  }

  @Test
  @DisplayName("P-6: the result of a frame leaves before its picture")
  void sendsTheResultBeforeThePicture() {
    FramePipeline pipeline = pipeline(false);
    put(64, 48);
    run();
    put(32, 16);
    run();
    assertEquals(List.of("result 1", "push 64x48", "result 2", "push 32x16"), events);
    ResultMessage message = messages.get(0);
    assertEquals(1, message.frameId());
    assertEquals(64, message.width());
    assertEquals(48, message.height());
    assertEquals(3000, message.pts());
    assertEquals(25.0, message.declaredFps());
    assertFalse(message.complete());
    PipelineSnapshot snapshot = pipeline.snapshot();
    assertEquals(2, snapshot.processed());
    assertEquals(2, snapshot.pushed());
    assertEquals(0, snapshot.failed());
    assertEquals(1.0, snapshot.inferenceMillis()[0]);
    assertTrue(snapshot.latencyMillis()[0] > 0);
    assertTrue(snapshot.lastFrameNanos() != 0);
  }

  @Test
  @DisplayName("P-1: one turn a frame, then the thread goes back")
  void takesOneFrameATurn() {
    source = new FrameQueue(SETTINGS, 10);
    pipeline(false);
    for (int i = 0; i < 3; i++) {
      put(16, 16);
    }
    assertEquals(1, shared.size());
    shared.poll().run();
    assertEquals(1, messages.size());
    assertEquals(1, shared.size());
    run();
    assertEquals(3, messages.size());
  }

  @Test
  void startsWithAFrameThatWaitedAlready() {
    put(16, 16);
    pipeline(false);
    run();
    assertEquals(1, messages.size());
  }

  @Test
  @DisplayName("P-7: while paused frames are dropped and counted, and nothing is sent")
  void dropsFramesWhilePaused() {
    FramePipeline pipeline = pipeline(false);
    pipeline.pause();
    put(16, 16);
    run();
    put(16, 16);
    run();
    assertEquals(List.of(), events);
    assertEquals(2, pipeline.snapshot().droppedPaused());
    pipeline.resume();
    put(16, 16);
    run();
    assertEquals(List.of("result 1", "push 16x16"), events);
  }

  @Test
  @DisplayName("P-8: a workflow that throws becomes an error of the frame, and the loop goes on")
  void survivesAWorkflowThatThrows() {
    workflow =
        (image, parameters, scope) -> {
          throw new StackOverflowError();
        };
    FramePipeline pipeline = pipeline(false);
    put(640, 480);
    run();
    put(640, 480);
    run();
    assertEquals("java.lang.StackOverflowError", messages.get(0).errors().get(0));
    assertEquals(5, messages.get(1).errors().size());
    assertEquals(List.of("result 1", "push 640x480", "result 2", "push 640x480"), events);
    assertEquals(2, pipeline.snapshot().failed());
    assertEquals(2, pipeline.snapshot().processed());
  }

  @Test
  @DisplayName("P-8: a track that throws is counted, and the loop goes on")
  void survivesATrackThatThrows() {
    FramePipeline pipeline = pipeline(false);
    failToPush = true;
    put(16, 16);
    run();
    failToPush = false;
    put(16, 16);
    run();
    assertEquals(List.of("result 1", "result 2", "push 16x16"), events);
    assertEquals(1, pipeline.snapshot().failed());
    assertEquals(1, pipeline.snapshot().pushed());
  }

  @Test
  @DisplayName("P-8: a frame that cannot be converted is told and counted")
  void survivesAFrameThatCannotBeConverted() {
    FramePipeline pipeline = pipeline(false);
    put(16, 16);
    frames.get(0).release();
    run();
    assertEquals(List.of("a released frame has no picture"), messages.get(0).errors());
    assertEquals(1, pipeline.snapshot().failed());
  }

  @Test
  @DisplayName("P-8: a parameter that is missing is an error of each frame")
  void tellsWhatABindingRefuses() {
    FramePipeline pipeline =
        new FramePipeline(
            SETTINGS,
            new FramePipeline.Parts("session", source, null, "image", null, null, null, false),
            new Work(
                List.of(),
                values -> {
                  throw new IllegalArgumentException("parameter 'x' is missing");
                },
                workflow),
            new Ends(messages::add, () -> null, null),
            shared::add);
    put(16, 16);
    run();
    assertEquals(List.of("parameter 'x' is missing"), messages.get(0).errors());
    assertThrows(IllegalArgumentException.class, () -> pipeline.bind(Map.of()));
  }

  @Test
  @DisplayName("P-9: no frame runs further ahead of the client's acknowledgement than the window")
  void waitsForTheClientOnceItAcknowledges() {
    source = new FrameQueue(SETTINGS, 10);
    FramePipeline pipeline = pipeline(true);
    for (int i = 0; i < 6; i++) {
      put(16, 16);
    }
    run();
    assertEquals(6, messages.size(), "nobody waits before the first acknowledgement");
    for (int i = 0; i < 6; i++) {
      put(16, 16);
    }
    pipeline.acknowledge(6);
    run();
    assertEquals(7, messages.size());
    pipeline.acknowledge(5);
    run();
    assertEquals(7, messages.size());
    pipeline.acknowledge(8);
    run();
    assertEquals(9, messages.size());
    pipeline.acknowledge(Long.MAX_VALUE);
    run();
    assertEquals(12, messages.size());
  }

  @Test
  @DisplayName("P-9: nobody waits for the acknowledgement of a message that did not leave")
  void goesOnAfterAMessageThatDidNotLeave() {
    source = new FrameQueue(SETTINGS, 10);
    FramePipeline pipeline = pipeline(true);
    left = false;
    put(16, 16);
    put(16, 16);
    run();
    assertEquals(2, messages.size(), "nor is pacing begun by it");
    left = true;
    put(16, 16);
    put(16, 16);
    run();
    assertEquals(4, messages.size());
    pipeline.acknowledge(4);
    left = false;
    for (int i = 0; i < 3; i++) {
      put(16, 16);
    }
    run();
    assertEquals(7, messages.size());
  }

  @Test
  @DisplayName("P-9: a window of 0 is the next frame after its predecessor's acknowledgement")
  void keepsToOneFrameAtATime() {
    settings = new ReferenceFile(Map.of("SIGHTLINE_DATACHANNEL_ACK_WINDOW", "0")).settings();
    source = new FrameQueue(SETTINGS, 10);
    FramePipeline pipeline = pipeline(true);
    put(16, 16);
    run();
    pipeline.acknowledge(1);
    put(16, 16);
    put(16, 16);
    run();
    assertEquals(2, messages.size());
    pipeline.acknowledge(2);
    run();
    assertEquals(3, messages.size());
  }

  @Test
  void isNotPacedWithoutAckPacing() {
    FramePipeline pipeline = pipeline(false);
    pipeline.acknowledge(1);
    for (int i = 0; i < 5; i++) {
      put(16, 16);
      run();
    }
    assertEquals(5, messages.size());
  }

  @Test
  @DisplayName("P-11: the message of the end comes once, after the frames, with their number")
  void sendsTheMessageOfTheEndOnce() {
    FramePipeline pipeline = pipeline(false);
    put(16, 16);
    pipeline.complete("timeout_reached");
    pipeline.complete(null);
    CompletionStage<Void> end = pipeline.end();
    assertFalse(end.toCompletableFuture().isDone());
    run();
    assertTrue(end.toCompletableFuture().isDone());
    ResultMessage last = messages.get(messages.size() - 1);
    assertTrue(last.complete());
    assertEquals("timeout_reached", last.terminationReason());
    assertEquals(messages.size(), last.frameId());
    assertNull(last.pts());
  }

  @Test
  @DisplayName("P-12: after end no frame is taken and the stage completes")
  void endsBetweenFrames() {
    FramePipeline pipeline = pipeline(false);
    put(16, 16);
    CompletionStage<Void> end = pipeline.end();
    assertFalse(end.toCompletableFuture().isDone());
    run();
    assertTrue(end.toCompletableFuture().isDone());
    put(16, 16);
    run();
    pipeline.close();
    pipeline.complete(null);
    assertTrue(pipeline.end().toCompletableFuture().isDone());
    assertEquals(List.of(), events);
    assertTrue(shared.isEmpty());
  }

  @Test
  @DisplayName("P-12: the end waits for the frame that is being processed")
  void endWaitsForTheFrameInWork() {
    AtomicReference<FramePipeline> pipeline = new AtomicReference<>();
    AtomicBoolean doneTooEarly = new AtomicBoolean();
    workflow =
        (image, parameters, scope) -> {
          doneTooEarly.set(pipeline.get().end().toCompletableFuture().isDone());
          return new WorkflowResult(Map.of(), List.of(), 0);
        };
    pipeline.set(pipeline(false));
    put(16, 16);
    run();
    assertFalse(doneTooEarly.get());
    assertTrue(pipeline.get().end().toCompletableFuture().isDone());
  }

  @Test
  @DisplayName("P-12: an executor that takes nothing any more does not keep a session from ending")
  void endsWithAnExecutorThatIsClosed() {
    FramePipeline pipeline =
        new FramePipeline(
            SETTINGS,
            parts(false),
            work(),
            ends(),
            task -> {
              throw new RejectedExecutionException("closed");
            });
    put(16, 16);
    pipeline.complete(null);
    assertTrue(pipeline.end().toCompletableFuture().isDone());
    assertEquals(List.of(), events);
  }

  @Test
  @DisplayName("P-4: without video results go on alone")
  void sendsResultsWithoutVideo() {
    video = false;
    FramePipeline pipeline = pipeline(false);
    put(16, 16);
    run();
    assertEquals(List.of("result 1"), events);
    assertEquals(List.of(), messages.get(0).errors());
    assertEquals(180_000, messages.get(0).pts());
    assertEquals(0, pipeline.snapshot().pushed());
    assertTrue(pipeline.snapshot().latencyMillis()[0] > 0);
  }

  @Test
  void changesOutputsAndParametersFromTheNextFrameOn() {
    List<Object> seen = new ArrayList<>();
    workflow =
        (image, parameters, scope) -> {
          seen.add(parameters.values().get("limit"));
          return new WorkflowResult(Map.of("picture", scope.copy(image), "count", 1), List.of(), 0);
        };
    FramePipeline pipeline = pipeline(false);
    put(16, 16);
    run();
    assertNull(pipeline.streamOutput());
    assertEquals(DataOutput.NONE, pipeline.dataOutput());
    pipeline.streamOutput(List.of());
    pipeline.dataOutput(DataOutput.of(List.of("count")));
    pipeline.parameters(pipeline.bind(Map.of("limit", 3)));
    put(16, 16);
    run();
    assertEquals(List.of("result 1", "push 16x16", "result 2", "push 16x16"), events);
    assertEquals(
        List.of("stream_output is required when render_output=True"), messages.get(1).errors());
    assertEquals(0, pipeline.snapshot().failed());
    pipeline.withoutVideo();
    put(16, 16);
    run();
    assertEquals("result 3", events.get(events.size() - 1));
    assertEquals(List.of(), messages.get(2).errors());
    assertEquals(0, pipeline.snapshot().failed());
    assertEquals(List.of("count"), messages.get(1).selection().names());
    assertEquals(List.of("default", 3, 3), seen);
  }

  @Test
  @DisplayName("P-13: pictures of a frame go back to the pool, whatever happened")
  void givesEveryPictureBack() {
    List<Long> addresses = new ArrayList<>();
    workflow =
        (image, parameters, scope) -> {
          addresses.add(image.pixels().data().address());
          scope.copy(image);
          throw new IllegalStateException("after a copy");
        };
    pipeline(false);
    for (int i = 0; i < 20; i++) {
      put(640, 480);
      run();
    }
    assertTrue(addresses.stream().distinct().count() <= 4, addresses::toString);
    for (InboundFrame frame : frames) {
      assertThrows(
          MediaException.class, () -> frame.toImage(new ImagePool(1), "x", null), "not released");
    }
  }

  @Test
  void givesTheWorkflowTheFrameAndItsVideo() {
    List<Image> seen = new ArrayList<>();
    workflow =
        (image, parameters, scope) -> {
          seen.add(image);
          return new WorkflowResult(Map.of(), List.of(), 0);
        };
    pipeline(false);
    put(16, 16);
    run();
    put(16, 16);
    run();
    Image second = seen.get(1);
    assertEquals("photo.[0]", second.parent().id());
    assertEquals("default_source", second.video().videoIdentifier());
    assertEquals(2, second.video().frameNumber());
    assertEquals(25.0, second.video().fps());
    assertNotNull(second.video().frameTimestamp());
    assertArrayEquals(new int[] {16, 16}, new int[] {second.width(), second.height()});
  }

  private FramePipeline pipeline(boolean ackPacing) {
    return new FramePipeline(settings, parts(ackPacing), work(), ends(), shared::add);
  }

  private FramePipeline.Parts parts(boolean ackPacing) {
    return new FramePipeline.Parts("session", source, null, "photo", null, null, 25.0, ackPacing);
  }

  private Work work() {
    return new Work(
        List.of(new Output("picture", true)),
        values -> new Parameters(values.isEmpty() ? Map.of("limit", "default") : values),
        workflow);
  }

  private Ends ends() {
    return new Ends(
        message -> {
          messages.add(message);
          events.add(message.complete() ? "end" : "result " + message.frameId());
          return left;
        },
        () -> new ResultChannelSnapshot(messages.size(), 0, 0, 0),
        video ? this::push : null);
  }

  private void push(Image image, LongConsumer announce) {
    announce.accept(3000);
    if (failToPush) {
      throw new MediaException("broken on purpose");
    }
    events.add("push " + image.width() + "x" + image.height());
  }

  private void put(int width, int height) {
    WebRtc.factory();
    VideoFrame frame = new VideoFrame(NativeI420Buffer.allocate(width, height), 0, 2_000_000_000L);
    InboundFrame inbound = new InboundFrame(frame);
    frames.add(inbound);
    source.put(inbound);
  }

  /** Runs everything that waits on the shared executor. */
  private void run() {
    for (Runnable task = shared.poll(); task != null; task = shared.poll()) {
      task.run();
    }
  }
}
