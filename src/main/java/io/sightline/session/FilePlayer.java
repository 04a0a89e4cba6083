package io.sightline.session;

import io.sightline.media.FrameSource;
import io.sightline.media.InboundFrame;
import io.sightline.media.capture.Capture;
import io.sightline.media.capture.DecodedPicture;
import io.sightline.media.capture.PictureConverter;
import io.sightline.media.capture.VideoFile;
import io.sightline.pipeline.CpuMeter;
import io.sightline.pipeline.FramePipeline;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * Plays one file into a frame source, on a thread of its own. At the end it waits until the last
 * frame's result and the message of the end have left, and a moment more for them to arrive; then
 * the source has ended.
 */
final class FilePlayer implements AutoCloseable {
  private static final long LINGER_SECONDS = 2;
  private static final long POLL_MILLIS = 2;

  private final Function<Path, VideoFile> files;
  private final FrameSource frames;
  private final FramePipeline pipeline;
  private final Executor threads;
  private final BooleanSupplier ready;
  private final Runnable onSizeChange;
  private final BiConsumer<EndReason, String> onEnd;
  private final PictureConverter converter = new PictureConverter();
  private final CpuMeter cpu = new CpuMeter();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final CompletableFuture<Void> done = new CompletableFuture<>();
  private Capture capture;
  private VideoFile file;
  private int width;
  private int height;
  private boolean begun;

  /**
   * @param threads has one for as long as the file plays
   * @param ready whether the next frame may come; a slow client loses no result of a file
   * @param onSizeChange called on that thread, may only enqueue
   * @param onEnd told once why there is nothing more, on that thread; may only enqueue
   */
  FilePlayer(
      Function<Path, VideoFile> files,
      FrameSource frames,
      FramePipeline pipeline,
      Executor threads,
      BooleanSupplier ready,
      Runnable onSizeChange,
      BiConsumer<EndReason, String> onEnd) {
    this.files = files;
    this.frames = frames;
    this.pipeline = pipeline;
    this.threads = threads;
    this.ready = ready;
    this.onSizeChange = onSizeChange;
    this.onEnd = onEnd;
  }

  /** Plays, once, unless it is closed. */
  synchronized void play(Path path) {
    if (closed.getCount() == 0 || capture != null) {
      return;
    }
    file = files.apply(path);
    capture = new Capture(file, this::take, this::ended);
    threads.execute(
        () -> {
          try {
            capture.run();
          } finally {
            done.complete(null);
          }
        });
  }

  /** Stops; from any thread, more than once. */
  @Override
  public synchronized void close() {
    closed.countDown();
    if (capture == null) {
      done.complete(null);
    } else {
      capture.close();
    }
  }

  /** Completes after close, or the end, when the thread is free. */
  CompletionStage<Void> done() {
    return done.minimalCompletionStage();
  }

  /** Gives back what frames needed; after the last of them. */
  void release() {
    converter.close();
  }

  /** Processor time of its thread. */
  long cpuNanos() {
    return cpu.nanos();
  }

  /** On the player's thread, which waits where there is no room. */
  private void take(DecodedPicture picture) {
    cpu.look();
    if (!begun) {
      begun = true;
      frames.hold();
      pipeline.playFile(file.rate());
    }
    boolean sameSize = picture.width() == width && picture.height() == height;
    width = picture.width();
    height = picture.height();
    awaitReady();
    frames.put(new InboundFrame(picture, converter));
    if (!sameSize) {
      onSizeChange.run();
    }
  }

  private void awaitReady() {
    try {
      while (!ready.getAsBoolean() && !closed.await(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
        // the frame before this one is under way, or its result has not left
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void ended(Capture.End end) {
    if (!end.shown()) {
      onEnd.accept(EndReason.ERROR, end.message());
      return;
    }
    try {
      CountDownLatch said = new CountDownLatch(1);
      pipeline.sourceEnded().thenRun(said::countDown);
      while (closed.getCount() > 0 && !said.await(100, TimeUnit.MILLISECONDS)) {
        // until the last frame's result has left; a close ends it as well
      }
      closed.await(LINGER_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    onEnd.accept(EndReason.SOURCE_ENDED, end.message());
  }
}
