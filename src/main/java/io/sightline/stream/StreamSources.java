package io.sightline.stream;

import io.sightline.media.capture.VideoFile;
import io.sightline.media.capture.VideoOrigin;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/** All sources of one pipeline. */
final class StreamSources {
  private final List<StreamSource> all;

  private StreamSources(List<StreamSource> all) {
    this.all = List.copyOf(all);
  }

  /**
   * Makes them; opens nothing yet.
   *
   * @param onFrame called when a frame has come; may only enqueue
   * @param onEnd called when no more will come from one of them; just so
   * @throws io.sightline.media.capture.SourceNotAllowed where one is not permitted
   * @throws io.sightline.media.capture.CaptureException where one is no reference to a video
   */
  static StreamSources of(
      StreamEnvironment environment,
      StreamOptions.Sources options,
      StreamUpdates updates,
      Runnable onFrame,
      Runnable onEnd) {
    List<VideoOrigin> origins =
        options.references().stream().map(environment.sources()::video).toList();
    List<StreamSource> sources = new ArrayList<>();
    for (int i = 0; i < origins.size(); i++) {
      VideoOrigin origin = origins.get(i);
      AdaptiveDrop pace = new AdaptiveDrop(System::nanoTime);
      boolean file = origin instanceof VideoFile;
      String reference = file ? options.references().get(i) : origin.toString();
      sources.add(
          new StreamSource(
              i,
              origin,
              reference,
              buffer(environment.limits(), options, file, pace),
              pace,
              updates,
              environment.limits().reconnects(),
              onFrame,
              onEnd));
    }
    return new StreamSources(sources);
  }

  List<StreamSource> all() {
    return all;
  }

  void start(Executor threads) {
    all.forEach(source -> source.start(threads));
  }

  /**
   * @throws OperationNotAllowed where none of them runs
   */
  void mute() {
    require("MUTE", all.stream().filter(StreamSource::mute).count());
  }

  /**
   * @throws OperationNotAllowed where none of them is muted
   */
  void resume() {
    require("RESUME", all.stream().filter(StreamSource::resume).count());
  }

  /** Whether frames come from one of them at least. */
  boolean anyLive() {
    return all.stream().anyMatch(source -> source.state().live());
  }

  boolean anyMuted() {
    return all.stream().anyMatch(source -> source.state() == StreamState.MUTED);
  }

  void close() {
    all.forEach(StreamSource::close);
  }

  /** After close: completes when their threads are free. */
  CompletionStage<Void> done() {
    return CompletableFuture.allOf(
        all.stream()
            .map(source -> source.done().toCompletableFuture())
            .toArray(CompletableFuture<?>[]::new));
  }

  void release() {
    all.forEach(StreamSource::release);
  }

  private void require(String operation, long done) {
    if (done == 0) {
      throw new OperationNotAllowed(operation, all.stream().map(StreamSource::state).toList());
    }
  }

  private static FrameBuffer buffer(
      StreamLimits limits, StreamOptions.Sources options, boolean file, AdaptiveDrop pace) {
    BufferFilling filling = options.filling();
    if (filling == null) {
      filling = file ? BufferFilling.WAIT : BufferFilling.ADAPTIVE_DROP_OLDEST;
    }
    BufferConsumption consumption = options.consumption();
    if (consumption == null) {
      boolean inOrder = file || options.collection().mode().adaptive();
      consumption = inOrder ? BufferConsumption.LAZY : BufferConsumption.EAGER;
    }
    return new FrameBuffer(
        filling,
        consumption,
        options.bufferFrames(),
        limits.bufferPixels(),
        pace,
        new FrameStride(limits.rateDrops() ? options.maxFps() : null));
  }
}
